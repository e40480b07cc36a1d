using System.Text;
using Klotho.Analysis;
using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>A result of analysis as text for golden files: short enough to review.</summary>
internal static class GraphText
{
    public static string Of(AnalysisResult result)
    {
        var text = new StringBuilder();
        foreach (var node in result.Graph.Nodes)
        {
            var facts = node.Properties.Select(fact => $"{fact.Name}={fact.Value}");
            text.Append($"{node.Id}  [{string.Join("; ", facts)}]  {string.Join(" ", node.Locations.Items)}\n");
            foreach (var payload in node.Payloads)
            {
                text.Append(WireSchemaText.Of(payload));
            }
        }

        foreach (var edge in result.Graph.Edges)
        {
            text.Append($"\n{edge.From} {edge.Kind} {edge.To}\n");
            foreach (var operation in edge.Operations)
            {
                text.Append($"  {operation.Name}{(operation.Part.Length == 0 ? "" : " " + operation.Part)}: {string.Join(" > ", operation.Witness.Items.Select(Step))}\n");
            }
        }

        foreach (var read in result.Graph.ConfigurationReads)
        {
            text.Append($"\n{read.Unit} reads {read.Key}: {string.Join(" > ", read.Witness.Items.Select(Step))}\n");
        }

        foreach (var diagnostic in result.Diagnostics)
        {
            text.Append($"\n{string.Join(" ", diagnostic.Locations.Items)} {diagnostic.Rule.Severity} {diagnostic.Rule.Code}: {diagnostic.Message}\n");
        }

        return text.ToString();
    }

    private static string Step(WitnessStep step) => $"{step.Symbol} ({step.Location})";
}
