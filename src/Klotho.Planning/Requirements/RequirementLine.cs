using Klotho.Analysis.Graph;
using Klotho.Planning.Keys;

namespace Klotho.Planning.Requirements;

/// <summary>Where a requirement is written and for what it holds.</summary>
/// <param name="Name">Which one it is: <c>latency.p99</c>, <c>max_duration</c>.</param>
/// <param name="Leaf">The key that takes it.</param>
/// <param name="Scope">The node; null for the whole application.</param>
/// <param name="Setting">The line of a file or the option that asks for it.</param>
public sealed record RequirementLine(string Name, RequirementLeaf Leaf, NodeId? Scope, Setting Setting)
{
    /// <summary>The value as it is written.</summary>
    public string Text => $"{Setting.Value}";
}
