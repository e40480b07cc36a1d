namespace Klotho.Planning.Plans;

/// <summary>A sizing or behaviour parameter of the chosen candidate, with the origin of its value.</summary>
public sealed record Parameter(string Name, ParameterValue Value, Origin Origin);
