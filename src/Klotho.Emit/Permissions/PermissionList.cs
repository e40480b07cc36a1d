using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Naming;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Permissions;

/// <summary>Takes the policies of all units apart into single actions.</summary>
internal static class PermissionList
{
    /// <summary>Every action that a unit is granted, on what has the names of the program.</summary>
    public static EquatableArray<Permission> Of(LoweringContext context, FittingNames names)
    {
        var operations = context.Hosted()
            .Where(hosted => hosted.Lowering.Operations is not null)
            .ToDictionary(hosted => hosted.Node.Id, hosted => hosted.Lowering.Operations);
        return context.Hosted()
            .SelectMany(hosted => OfUnit(context, hosted.Lowering, hosted.Node, operations, names))
            .OrderBy(permission => permission.Unit)
            .ThenBy(permission => permission.Action, StringComparer.Ordinal)
            .ThenBy(permission => permission.On, StringComparer.Ordinal)
            .ToEquatableArray();
    }

    private static IEnumerable<Permission> OfUnit(
        LoweringContext context, Lowering lowering, NodeLowering unit, Dictionary<NodeId, OperationActions?> operations, FittingNames names)
    {
        foreach (var (edge, access) in context.AccessesOf(unit.Id))
        {
            var other = edge.From == unit.Id ? edge.To : edge.From;
            var table = operations.GetValueOrDefault(other);
            foreach (var permission in access.Statements.Items.SelectMany(statement => Actions(unit.Id, statement, names)))
            {
                yield return permission with { Target = other, Needs = Needing(edge, table, permission.Action) };
            }
        }

        foreach (var permission in lowering.HostStatements(unit).SelectMany(statement => Actions(unit.Id, statement, names)))
        {
            yield return permission;
        }
    }

    private static IEnumerable<Permission> Actions(NodeId unit, PolicyStatement statement, FittingNames names) =>
        statement.Actions.Items.SelectMany(action => statement.Resources.Items.Select(resource =>
            new Permission(unit, action, ValueText.Of(names.In(resource)), statement.Because, null, EquatableArray<OperationUse>.Empty)));

    /// <summary>The operations that need the action by the table; all of the edge where no table tells them apart.</summary>
    private static EquatableArray<OperationUse> Needing(CapabilityEdge edge, OperationActions? table, string action) =>
        edge.Operations.Items
            .Where(operation => table is null || table.Table.Items.Any(row => row.Action == action && row.Operation == operation.Name))
            .ToEquatableArray() is { Count: > 0 } found ? found : edge.Operations;
}
