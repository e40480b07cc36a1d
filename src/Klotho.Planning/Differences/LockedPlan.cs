using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Locking;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Differences;

/// <summary>What a lock says of a plan. Names are those of <paramref name="before"/> where it has the node, so that resources stay.</summary>
internal sealed class LockedPlan(Plan plan, PlanningCatalogue catalogue, PlanLock before)
{
    public PlanLock Lock()
    {
        var names = ResourceNames.Of(plan.Decisions.Items.Select(decision => decision.Node), before);
        return new(plan.Decisions.Items.Select(decision => Node(decision, names[decision.Node])).ToEquatableArray())
        {
            App = plan.Graph.App.Value,
            Project = before.IsEmpty ? plan.Graph.App.Value : before.Project,
            Provider = plan.Provider,
            Region = plan.Region?.Value ?? "",
            Cost = new(Cents(plan.Cost.Low), Cents(plan.Cost.Expected), Cents(plan.Cost.High)),
            Facilities = plan.Shared.Items.Select(shared => new LockedFacility(shared.Facility.Id, Cents(shared.Facility.Cost.Expected))).OrderBy(facility => facility.Id).ToEquatableArray(),
            Capabilities = plan.Graph.Nodes.Items.Where(node => node.Id.Kind != LockedKinds.Route).Select(node => new LockedCapability(node.Id, Facts(node))).ToEquatableArray(),
            Routes = plan.Graph.Nodes.Items.Where(node => node.Id.Kind == LockedKinds.Route).Select(Route).ToEquatableArray(),
            Edges = plan.Graph.Edges.Items.Where(edge => edge.From.Kind != LockedKinds.Route && edge.To.Kind != LockedKinds.Route).Select(Edge).Order().ToEquatableArray(),
            Schemas = plan.Graph.Nodes.Items
                .SelectMany(node => node.Payloads.Items.Select(payload => new LockedSchema(node.Id, payload.Role, payload.Name, payload.Schema)))
                .Order().ToEquatableArray(),
        };
    }

    private LockedNode Node(Decision decision, string name)
    {
        var capability = catalogue.For(decision.Node.Kind);
        var permanent = capability?.Find(decision.Type.Name)?.Permanent ?? EquatableArray<string>.Empty;
        return new(decision.Node, decision.Type, name, capability?.Aspects.HasFlag(Aspects.KeepsData) == true)
        {
            Parameters = decision.Parameters.Items.Select(parameter => new LockedParameter(parameter.Name, parameter.Value))
                .Concat(permanent.Items.Where(name => name == EncryptionKeys.Parameter).Select(name => new LockedParameter(name, new ParameterValue.Text(Keys(decision)))))
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal).ToEquatableArray(),
            Permanent = permanent,
            Monthly = Cents(decision.Cost.Expected),
        };
    }

    private static string Keys(Decision decision) => decision.Facilities.Items.Contains(FacilityCatalogue.OwnKey) ? EncryptionKeys.Own : EncryptionKeys.OfProvider;

    /// <summary>An estimate is no better than that, and digits behind would change the file for nothing.</summary>
    private static Money Cents(Money money) => Money.OfUsd(decimal.Round(money.Usd, 2, MidpointRounding.ToEven));

    private LockedRoute Route(CapabilityNode route) => new(
        route.Id,
        plan.Graph.From(route.Id).Where(edge => edge.Kind == EdgeKind.HandledBy).Select(edge => (NodeId?)edge.To).FirstOrDefault(),
        plan.Graph.To(route.Id).Where(edge => edge.Kind == EdgeKind.Exposes).Select(edge => edge.From).Order().ToEquatableArray())
    {
        Demands = (route as RouteNode)?.Metadata.Demands ?? EquatableArray<string>.Empty,
    };

    private static LockedEdge Edge(CapabilityEdge edge) =>
        new(edge.From, edge.Kind, edge.To, edge.Operations.Items.Select(operation => operation.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray());

    /// <summary>A fact of several values, such as a unit's classes, is one.</summary>
    private static EquatableArray<NodeProperty> Facts(CapabilityNode node) => node.Properties
        .GroupBy(property => property.Name, StringComparer.Ordinal)
        .Select(group => new NodeProperty(group.Key, string.Join(", ", group.Select(property => property.Value))))
        .OrderBy(property => property.Name, StringComparer.Ordinal)
        .ToEquatableArray();
}
