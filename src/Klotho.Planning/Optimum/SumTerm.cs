namespace Klotho.Planning.Optimum;

/// <summary>What an option adds to a sum.</summary>
public readonly record struct SumTerm(OptionRef Option, long Amount);
