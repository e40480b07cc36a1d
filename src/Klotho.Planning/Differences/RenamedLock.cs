using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Locking;

namespace Klotho.Planning.Differences;

/// <summary>A lock as it would be had its nodes always had their new ids.</summary>
internal static class RenamedLock
{
    public static PlanLock Of(PlanLock plan, IReadOnlyCollection<NodeRename> renames)
    {
        if (renames.Count == 0)
        {
            return plan;
        }

        var ids = renames.ToDictionary(rename => rename.Old, rename => rename.New);
        return plan with
        {
            Nodes = plan.Nodes.Items.Select(node => node with { Id = New(node.Id) }).OrderBy(node => node.Id).ToEquatableArray(),
            Capabilities = plan.Capabilities.Items.Select(node => node with { Id = New(node.Id) }).OrderBy(node => node.Id).ToEquatableArray(),
            Routes = plan.Routes.Items.Select(route => route with { Unit = route.Unit is { } unit ? New(unit) : null }).ToEquatableArray(),
            Edges = plan.Edges.Items.Select(edge => edge with { From = New(edge.From), To = New(edge.To) }).Order().ToEquatableArray(),
            Schemas = plan.Schemas.Items.Select(schema => schema with { Node = New(schema.Node) }).Order().ToEquatableArray(),
        };

        NodeId New(NodeId id) => ids.GetValueOrDefault(id, id);
    }
}
