using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary>What the decisions of a plan have in common.</summary>
internal sealed class PlanTerms(Plan plan, ResourceGraph resources)
{
    /// <summary>For each type that a kind of node is hosted as, the first decision for it.</summary>
    private readonly Dictionary<(NodeKind Kind, CandidateType Type), Decision> models = plan.Decisions.Items
        .GroupBy(decision => (decision.Node.Kind, decision.Type))
        .ToDictionary(group => group.Key, group => group.First());

    private readonly ILookup<NodeId, Resource> owned = resources.Resources.Items.ToLookup(resource => resource.Owner);

    public IEnumerable<Decision> Models => models.Values;

    public Listing<RejectedAlternative> Alternatives { get; } = new(plan.Decisions.Items.SelectMany(decision => decision.Rejected.Items));

    public Listing<CostLine> CostLines { get; } = new(plan.Decisions.Items.SelectMany(decision => decision.Cost.Lines.Items));

    public Listing<ProviderToken> ResourceTypes { get; } = new(resources.Resources.Items.Select(resource => resource.Type).Order());

    public IEnumerable<Resource> ResourcesOf(NodeId node) => owned[node];

    /// <summary>The parameters that nobody chose for the model.</summary>
    public static IEnumerable<Parameter> Defaults(Decision model) => model.Parameters.Items.Where(parameter => parameter.Origin is Origin.CatalogueDefault);

    /// <summary>The parameters that are not as its type's defaults say.</summary>
    public IEnumerable<Parameter> OwnOf(Decision decision)
    {
        var model = models[(decision.Node.Kind, decision.Type)];
        return decision.Parameters.Items.Where(parameter => !Defaults(model).Contains(parameter));
    }
}
