namespace Klotho.Planning.Optimum;

/// <summary>Two options of different choices that need a facility when both are taken, or (where it is null) cannot both be taken.</summary>
public sealed record PairRule(OptionRef First, OptionRef Second, int? Facility);
