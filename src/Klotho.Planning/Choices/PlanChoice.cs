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

    /// <summary>The same with only what can be emitted, where there is any of that; the rest stands with what is excluded.</summary>
    public PlanChoice Emitted() => !Options.Any(option => option.Emitted) || Options.All(option => option.Emitted) ? this : this with
    {
        Options = [.. Options.Where(option => option.Emitted)],
        Excluded = [.. Excluded, .. Options.Where(option => !option.Emitted)],
    };
}
