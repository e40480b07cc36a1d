using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Documents;

/// <summary><c>permissions.md</c>: what each unit may do, on what, and which code needs it.</summary>
public static class PermissionsDocument
{
    public static OutputFile Print(LoweringContext context)
    {
        var text = new StringBuilder();
        text.Append("# Permissions\n\nEach unit has a role of its own with exactly these permissions. Nobody else has any.\n");
        foreach (var (lowering, node) in context.Hosted())
        {
            var host = lowering.HostStatements(node).ToList();
            var accesses = context.AccessesOf(node.Id).Where(use => use.Access.Statements.Count > 0).ToList();
            if (host.Count + accesses.Count > 0)
            {
                text.Append($"\n## {node.Id}\n\n| actions | on | because of | at |\n|---|---|---|---|\n");
                accesses.ForEach(use => Rows(text, use.Access.Statements.Items, At(use.Edge)));
                Rows(text, host, "");
            }
        }

        return new(new("permissions.md"), text.ToString());
    }

    private static void Rows(StringBuilder text, IEnumerable<PolicyStatement> statements, string at)
    {
        foreach (var statement in statements)
        {
            text.Append($"| {Code(statement.Actions.Items)} | {Code(statement.Resources.Items.Select(ValueText.Of))} | {Cell(statement.Because)} | {Cell(at)} |\n");
        }
    }

    private static string At(CapabilityEdge edge) => string.Join(", ", edge.Operations.Items
        .Where(operation => operation.Witness.Count > 0)
        .Select(operation => operation.Witness[^1].Location.ToString())
        .Distinct(StringComparer.Ordinal)
        .Order(StringComparer.Ordinal));

    private static string Code(IEnumerable<string> values) => string.Join("<br>", values.Select(value => $"`{value}`"));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
