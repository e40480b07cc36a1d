using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning.Costs;
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
    public virtual EquatableArray<HardLimit> Limits => EquatableArray<HardLimit>.Empty;

    /// <summary>Values that this node's place in the graph suggests instead of the catalogue's defaults; directives still win.</summary>
    public virtual IEnumerable<InferredParameter> Infer(CapabilityNode node, CapabilityGraph graph) => [];

    /// <summary>
    /// The ways in which it can host the node, in order of preference: at least one, unless what directives fix leaves
    /// none. Parameters that a variant does not name take their inferred or default value.
    /// </summary>
    public virtual IEnumerable<Variant> Variants(VariantContext context) =>
        [new(Type, context.Written, new(default, new(100), ScalesToZero: true), CostEstimate.Nothing, EquatableArray<FacilityId>.Empty)];

    /// <summary>What this candidate, hosting the node of <paramref name="decision"/>, cannot do for the plan's other nodes (see <see cref="LimitRules"/>).</summary>
    public virtual IEnumerable<KlothoDiagnostic> Check(Decision decision, Plan plan) => [];
}
