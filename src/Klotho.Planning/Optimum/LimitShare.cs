namespace Klotho.Planning.Optimum;

/// <summary>What something adds to the sum of a limit; never zero.</summary>
internal readonly record struct LimitShare(int Limit, Int128 Amount);
