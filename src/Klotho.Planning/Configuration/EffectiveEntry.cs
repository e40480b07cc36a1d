using Klotho.Planning.Plans;

namespace Klotho.Planning.Configuration;

/// <summary>One line of the effective configuration: a dotted key, its value and where the value comes from.</summary>
public sealed record EffectiveEntry(string Key, ParameterValue Value, Origin Origin);
