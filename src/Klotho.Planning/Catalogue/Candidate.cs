using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Costs;
using Klotho.Planning.Facts;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// One way to host nodes of one kind. One file per candidate derives this; the capability's
/// <see cref="HostedCapability"/> lists them, the default first.
/// </summary>
public abstract class Candidate
{
    public abstract CandidateType Type { get; }

    /// <summary>What it is, as a title: <c>Amazon DynamoDB table</c>.</summary>
    public abstract string Title { get; }

    /// <summary>Half a line that says why this is chosen when nothing else decides.</summary>
    public abstract string DefaultReason { get; }

    /// <summary>Half a line that says why it is not the default, for a candidate that isn't.</summary>
    public virtual string Drawback => "not the default";

    public abstract EquatableArray<ParameterSpec> Parameters { get; }

    /// <summary>The provider's limits, which no directive can lift.</summary>
    public EquatableArray<HardLimit> Limits => LimitTable.Of(LimitsOf);

    /// <summary>Values that this node's place in the graph suggests instead of the catalogue's defaults; directives still win.</summary>
    public virtual IEnumerable<InferredParameter> Infer(CapabilityNode node, CapabilityGraph graph) => [];

    /// <summary>
    /// The ways in which it can host the node, in order of preference: at least one, unless what directives fix leaves
    /// none. Parameters that a variant does not name take the value that a directive, the code or the catalogue gives them.
    /// The first is what the candidate is when nobody asks for more; no other is cheaper.
    /// </summary>
    public abstract IEnumerable<Variant> Variants(VariantContext context);

    /// <summary>The provider's service that a unit calls to use this along the edge; null where it calls none.</summary>
    public virtual ServiceEndpoint? Service(CapabilityEdge edge) => null;

    /// <summary>
    /// What this candidate, hosting <paramref name="own"/>, needs because of how a neighbour is hosted. Each side says what
    /// it knows; <see cref="NeighbourPair.Needs"/> asks both. Null where it needs nothing.
    /// </summary>
    public virtual PairNeed? Need(Neighbour own, Neighbour other) => null;

    /// <summary>Whether what it keeps can be encrypted with a key of the operator's own; it is where a requirement asks for that.</summary>
    protected virtual bool TakesOwnKey => false;

    /// <summary>
    /// What is settled when the resource is created, by the names of parameters, or <see cref="EncryptionKeys.Parameter"/>: to
    /// change it, the provider makes another resource, which begins empty. Sorted.
    /// </summary>
    public virtual EquatableArray<string> Permanent => EquatableArray<string>.Empty;

    /// <summary>Whose limits hold: the type's own, unless it is one of several that rest on the same service.</summary>
    protected virtual string LimitsOf => Type.Name;

    /// <summary>The value of one of its limits, in that limit's unit.</summary>
    protected long Limit(string name) => Limits.Items.First(limit => limit.Name == name).Value;

    /// <summary>One variant: these parameters, what follows from them, and what it shares with others.</summary>
    protected Variant Hosting(ParameterSet parameters, Traits traits, CostSheet cost, params IEnumerable<FacilityId> facilities) =>
        TakesOwnKey && parameters.WantsOwnKey
            ? new(Type, parameters.Chosen, traits with { OwnKeys = true }, cost.Total(), Sorted([.. facilities, FacilityCatalogue.OwnKey]))
            : new(Type, parameters.Chosen, traits, cost.Total(), Sorted([.. facilities]));

    private static EquatableArray<FacilityId> Sorted(FacilityId[] facilities) => facilities.Length switch
    {
        0 => EquatableArray<FacilityId>.Empty,
        1 => new([facilities[0]]),
        _ => facilities.Distinct().Order().ToEquatableArray(),
    };

    /// <summary>
    /// The variant, and where a private network is asked for, the same reached through the network's endpoint only: that is up
    /// to the units, which have to be inside.
    /// </summary>
    protected static IEnumerable<Variant> WithPrivateWay(Variant open, VariantContext context) => !context.Wish.PrivateNetwork ? [open] :
    [
        open,
        open with
        {
            Traits = open.Traits with { Network = NetworkPlace.Private },
            Facilities = open.Facilities.Items.Append(FacilityCatalogue.Network).Distinct().Order().ToEquatableArray(),
        },
    ];

    /// <summary>What this candidate, hosting the node of <paramref name="decision"/>, cannot do for the plan's other nodes (see <see cref="LimitRules"/>).</summary>
    public virtual IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan) => [];
}
