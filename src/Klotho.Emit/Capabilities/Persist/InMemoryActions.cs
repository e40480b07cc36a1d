using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Persist;

/// <summary>
/// The actions behind stores in memory (Service Authorization Reference: Amazon ElastiCache, Amazon MemoryDB, read 2026-11-22): to sign in as
/// a user. What that user may do there, its commands say.
/// </summary>
internal static class InMemoryActions
{
    public const string ElastiCache = "elasticache:Connect";

    public const string MemoryDb = "memorydb:Connect";

    /// <summary>Signing in needs the action on both, the nodes and the user.</summary>
    public static PolicyStatement Connecting(string action, NodeLowering node, CapabilityEdge edge) => new(
        new([action]),
        new([new InputValue.Reference(node.Name(), "arn"), new InputValue.Reference(node.Name("user"), "arn")]),
        string.Join(", ", edge.Operations.Items.Select(operation => operation.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)));
}
