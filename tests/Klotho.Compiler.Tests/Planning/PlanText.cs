using System.Text;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Planning;
using Klotho.Planning.Configuration;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Prints what the planner returns so that a reviewer sees each place under its line.</summary>
internal static class PlanText
{
    public static string Of(PlanResult result, IEnumerable<ConfigurationFile> files)
    {
        var text = new StringBuilder();
        var written = files.ToDictionary(file => file.Path, file => file.Text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n'));
        foreach (var diagnostic in result.Diagnostics)
        {
            Diagnostic(text, diagnostic, written);
        }

        foreach (var decision in result.Plan?.Decisions.Items ?? [])
        {
            text.Append($"{decision.Node} = {decision.Type}  # {decision.Reason}\n");
            if (decision.Cost.High > Money.Zero || decision.Facilities.Count > 0)
            {
                text.Append($"  {string.Join(" + ", decision.Facilities.Items.Select(facility => facility.ToString()).Prepend(CostText.Of(decision.Cost)))}\n");
            }

            foreach (var rejected in decision.Rejected)
            {
                text.Append($"  not {rejected.Type}: {rejected.Reason}{(rejected.Difference is { } more && rejected.Kind != RejectionKind.Cost ? $" [{CostText.Difference(more)}]" : "")}\n");
            }
        }

        foreach (var shared in result.Plan?.Shared.Items ?? [])
        {
            text.Append($"shared {shared.Facility.Id}: {CostText.Of(shared.Facility.Cost)} for {string.Join(", ", shared.NeededBy)}\n");
        }

        foreach (var assumption in result.Plan?.Assumptions.Items.SkipLast(1) ?? [])
        {
            text.Append($"assumes {assumption}\n");
        }

        text.Append(result.Plan is null ? "no plan\n" : $"total {CostText.Of(result.Plan.Cost)}\n\n");
        var said = result.Configuration.Items.Where(entry => entry.Origin is not Origin.CatalogueDefault).ToArray();
        foreach (var entry in said)
        {
            text.Append($"{entry.Key}: {entry.Value}  # {entry.Origin}\n");
        }

        text.Append($"{result.Configuration.Count - said.Length} values are defaults\n");

        return text.ToString();
    }

    public static string Of(KlothoDiagnostic diagnostic, ConfigurationFile file)
    {
        var text = new StringBuilder();
        Diagnostic(text, diagnostic, new() { [file.Path] = file.Text.TrimStart('\ufeff').ReplaceLineEndings("\n").Split('\n') });
        return text.ToString();
    }

    private static void Diagnostic(StringBuilder text, KlothoDiagnostic diagnostic, Dictionary<SourcePath, string[]> written)
    {
        var kind = diagnostic.Rule.Severity.ToString().ToLowerInvariant();
        text.Append($"{diagnostic.Location.Path}({diagnostic.Location.Line},{diagnostic.Location.Column}): {kind} {diagnostic.Rule.Code}: {diagnostic.Message}\n");
        foreach (var place in diagnostic.Locations)
        {
            if (written.TryGetValue(place.Path, out var lines))
            {
                var line = lines[place.Line - 1];
                var width = place.EndLine == place.Line ? place.EndColumn - place.Column : line.Length - place.Column + 1;
                text.Append($"  {place.Line,3} | {line}\n      | {new string(' ', place.Column - 1)}{new string('^', Math.Max(1, width))}\n");
            }
            else
            {
                text.Append($"  {place}\n");
            }
        }
    }
}
