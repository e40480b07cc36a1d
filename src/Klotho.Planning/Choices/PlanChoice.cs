using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Directives;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Choices;

/// <summary>One node and the ways to host it, in the catalogue's order: those that are allowed, and those that some line excludes.</summary>
internal sealed class PlanChoice(
    CapabilityNode node, HostedCapability capability, NodeDirectives directives, Demand demand, LockedNode? locked, IReadOnlyList<PlanOption> options, IReadOnlyList<PlanOption> excluded)
{
    public NodeId Id => node.Id;

    public CapabilityNode Node => node;

    public HostedCapability Capability => capability;

    public NodeDirectives Directives => directives;

    public Demand Demand => demand;

    public LockedNode? Locked => locked;

    public IReadOnlyList<PlanOption> Options => options;

    public IReadOnlyList<PlanOption> Excluded => excluded;

    /// <summary>The options by what neighbours see of them.</summary>
    public OptionProfiles Profiles { get; } = new(options);

    /// <summary>The same with only what can be emitted, where there is any of that; the rest stands with what is excluded.</summary>
    public PlanChoice Emitted() => !options.Any(option => option.Emitted) || options.All(option => option.Emitted) ? this : new(
        node, capability, directives, demand, locked, [.. options.Where(option => option.Emitted)], [.. excluded, .. options.Where(option => !option.Emitted)]);
}
