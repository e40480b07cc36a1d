using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Demands;
using Klotho.Planning.Directives;
using Klotho.Planning.Locking;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>Asks every candidate of a node's capability for its variants, and lets directives, the lock and requirements judge them.</summary>
internal sealed class ChoiceBuilder(PlanGround ground, PlanLines lines)
{
    private readonly DirectiveLookup directives = new(lines.Directives);
    private readonly RequirementLookup requirements = new(lines.Requirements);
    private readonly Dictionary<NodeId, LockedNode> locked = lines.Lock.Nodes.Items.DistinctBy(node => node.Id).ToDictionary(node => node.Id);

    public DemandMap Demands { get; } = new(ground.Graph, lines.Requirements);

    public RequirementLookup Requirements => requirements;

    public PlanChoice Build(CapabilityNode node, HostedCapability capability) => Build(node, capability, Demands.For(node.Id));

    /// <summary>The same for another use of the node, to see what it would change.</summary>
    public PlanChoice Build(CapabilityNode node, HostedCapability capability, Demand demand)
    {
        var asked = requirements.For(node.Id, capability);
        var wish = RequirementLookup.Wish(asked);
        var said = new NodeDirectives(node.Id.Name, capability, directives);
        var pinned = Pin(node.Id, capability, said);
        var options = new List<PlanOption>();
        for (var rank = 0; rank < capability.Candidates.Count; rank++)
        {
            var candidate = capability.Candidates[rank];
            var against = Against(candidate, said, pinned);
            var context = new VariantContext(node, ground.Graph, demand, wish, Written(candidate, said), ground.Facts) { Cluster = ground.Cluster };
            var before = options.Count;
            options.AddRange(candidate.Variants(context).Select((variant, index) => new PlanOption(
                before + index,
                candidate,
                variant,
                context,
                new((PlanWeights.NearTie.Micro * rank) + PlanOption.Reserve(variant)),
                capability.Emitted.Items.Contains(candidate.Type),
                asked.Items.Where(requirement => requirement != lines.Tolerated)
                    .Select(requirement => PlanOption.Judge(requirement, variant, context)).OfType<Shortfall>().ToEquatableArray(),
                against)));
        }

        return new(node, capability, said, demand, locked.GetValueOrDefault(node.Id), options.Where(option => option.IsAllowed).ToList(), options.Where(option => !option.IsAllowed).ToList());
    }

    private static EquatableArray<VariantParameter> Written(Candidate candidate, NodeDirectives said) =>
        said.Fixed(candidate).Items.Select(setting => new VariantParameter(setting.Name, setting.Value)).ToEquatableArray();

    /// <summary>What holds data stays where it is, unless a directive moves it (and whoever guards the lock file accepts that).</summary>
    private PlanLine.Locked? Pin(NodeId node, HostedCapability capability, NodeDirectives said) =>
        locked.GetValueOrDefault(node) is { Stateful: true } pin && said.Type is null &&
        capability.Find(pin.Type.Name) is { } candidate && said.Excludes(candidate) is null ? lines.Pin(pin) : null;

    private static PlanLine? Against(Candidate candidate, NodeDirectives said, PlanLine.Locked? pinned) =>
        said.Excludes(candidate) is { } setting ? new PlanLine.Directed(setting)
        : pinned is not null && pinned.Node.Type != candidate.Type ? pinned
        : null;
}
