using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>
/// Which actions each operation of a runtime interface needs, as a table that a reviewer can check against the
/// provider's documentation. An action may need another part of the resource than the rest (a bucket, not its objects), so
/// each row names its part.
/// </summary>
/// <param name="Table">Operation name to (action, part) pairs.</param>
public sealed record OperationActions(EquatableArray<OperationActions.Row> Table)
{
    public bool Knows(string operation) => Table.Items.Any(row => row.Operation == operation);

    /// <summary>The statements for the operations on an edge, one per part of the resource.</summary>
    /// <param name="edge">The unit's use of the node.</param>
    /// <param name="arnOf">The ARN of each part that the table names.</param>
    public IEnumerable<PolicyStatement> Statements(CapabilityEdge edge, Func<string, InputValue> arnOf)
    {
        var used = Table.Items.Where(row => edge.Operations.Items.Any(operation => operation.Name == row.Operation)).ToList();
        return used
            .GroupBy(row => row.Part, StringComparer.Ordinal)
            .OrderBy(part => part.Key, StringComparer.Ordinal)
            .Select(part => new PolicyStatement(
                part.Select(row => row.Action).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray(),
                new([arnOf(part.Key)]),
                string.Join(", ", part.Select(row => row.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))));
    }

    /// <summary>Those of the operations on an edge that it knows, as a reason.</summary>
    public string Used(CapabilityEdge edge) => string.Join(
        ", ", edge.Operations.Items.Select(operation => operation.Name).Where(Knows).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    /// <summary>One operation needs one action on one part of the resource (empty: the resource itself).</summary>
    public sealed record Row(string Operation, string Action, string Part = "");
}
