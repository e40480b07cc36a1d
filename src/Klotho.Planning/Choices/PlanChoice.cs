using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Directives;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Choices;

/// <summary>One node and the ways to host it, in the catalogue's order: those that are allowed, and those that some line excludes.</summary>
internal sealed record PlanChoice(
    CapabilityNode Node, HostedCapability Capability, NodeDirectives Directives, Demand Demand, LockedNode? Locked, IReadOnlyList<PlanOption> Options, IReadOnlyList<PlanOption> Excluded)
{
    public NodeId Id => Node.Id;
}
