using System.Collections.Concurrent;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;

namespace Klotho.Planning.Requirements;

/// <summary>Finds what holds for a node: its own requirement, else the application's where that means something for the node.</summary>
public sealed class RequirementLookup
{
    /// <summary>Where only the average or only the peak is said; <see cref="Demand.Assumed"/> has the same relation.</summary>
    private const decimal PeakPerAverage = 10;

    private static readonly string[] Names =
        [.. RequirementCatalogue.All.Items.SelectMany(kind => kind.Leaves.Items.Select(kind.NameOf))];

    private readonly Dictionary<(NodeId? Scope, string Name), Requirement> byLine;
    private readonly HashSet<NodeId> named;

    /// <summary>Most nodes have no line of their own: what they inherit is the same for all of a kind.</summary>
    private readonly ConcurrentDictionary<NodeKind, EquatableArray<Requirement>> inherited = [];

    public RequirementLookup(EquatableArray<Requirement> requirements)
    {
        byLine = requirements.Items.ToDictionary(requirement => (requirement.Scope, requirement.Name));
        named = requirements.Items.Select(requirement => requirement.Scope).OfType<NodeId>().ToHashSet();
        OfApplication = Names.Select(name => byLine.GetValueOrDefault((null, name))).OfType<Requirement>().ToEquatableArray();
    }

    /// <summary>What is asked of the application, in the catalogue's order.</summary>
    public EquatableArray<Requirement> OfApplication { get; }

    /// <summary>What holds for a node of that capability, in the catalogue's order.</summary>
    public EquatableArray<Requirement> For(NodeId node, HostedCapability capability) => named.Contains(node)
        ? Of(node, capability)
        : inherited.GetOrAdd(node.Kind, static (_, asked) => asked.Lookup.Of(asked.Node, asked.Capability), (Lookup: this, Node: node, Capability: capability));

    /// <summary>What they ask candidates to offer.</summary>
    public static Wish Wish(EquatableArray<Requirement> requirements) =>
        requirements.Items.Aggregate(Catalogue.Wish.None, (wish, requirement) => requirement.Ask(wish));

    /// <summary>How much a node is used by what they say; the rest is assumed.</summary>
    public static Demand Demand(EquatableArray<Requirement> requirements)
    {
        var average = requirements.Items.OfType<AverageTrafficRequirement>().FirstOrDefault()?.Average;
        var peak = requirements.Items.OfType<PeakTrafficRequirement>().FirstOrDefault()?.Peak;
        var assumed = Catalogue.Demand.Assumed;
        var start = (average, peak) switch
        {
            ({ } said, null) => assumed with { Peak = new(said.PerSecond * PeakPerAverage) },
            (null, { } said) => assumed with { Average = new(said.PerSecond / PeakPerAverage) },
            _ => assumed,
        };
        return requirements.Items.Aggregate(start, (demand, requirement) => requirement.Use(demand));
    }

    private EquatableArray<Requirement> Of(NodeId node, HostedCapability capability) => Names
        .Select(name => byLine.GetValueOrDefault((node, name)) ?? Inherited(name, capability))
        .OfType<Requirement>()
        .ToEquatableArray();

    private Requirement? Inherited(string name, HostedCapability capability) =>
        byLine.GetValueOrDefault((null, name)) is { Line.Leaf: { HoldsForEach: true } leaf } found && leaf.Fits(capability) ? found : null;
}
