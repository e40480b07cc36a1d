using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Planning.Differences;

namespace Klotho.Cli.Diff;

/// <summary>A difference as a comment on a pull request: what is refused on top, the rest in tables.</summary>
internal static class DiffMarkdown
{
    public static string Print(PlanDifferences differences, string app, Func<SourcePath, string> shown)
    {
        var text = new StringBuilder($"### klotho diff: {Cell(app)}\n\n");
        if (differences.IsEmpty)
        {
            return text.Append("No differences.\n").ToString();
        }

        var (before, after) = (differences.CostBefore.Expected, differences.CostAfter.Expected);
        text.Append($"{DiffWords.Count(differences)}. Estimated cost {DiffWords.Usd(before)} → {DiffWords.Usd(after)} USD a month ({DiffWords.Signed(after - before)}).\n");
        foreach (var change in differences.Changes.Items.Where(change => change.NeedsAcceptance))
        {
            Warn(text, change, shown);
        }

        foreach (var area in differences.Changes.Items.GroupBy(change => change.Area))
        {
            text.Append($"\n**{DiffWords.Title(area.Key)}**\n\n| | what | how | |\n|---|---|---|---|\n");
            foreach (var change in area)
            {
                text.Append($"| {DiffWords.Sign(change.Kind)} | `{Cell(change.Subject)}` | {Cell(DiffWords.Values(change))} | {string.Join(", ", DiffWords.Marks(change.Effects).Select(mark => $"**{mark}**"))} |\n");
            }
        }

        if (differences.Costs.Count > 0)
        {
            text.Append("\n**Cost, USD a month (estimates)**\n\n| what | before | after | difference |\n|---|--:|--:|--:|\n");
            foreach (var cost in differences.Costs)
            {
                text.Append($"| `{Cell(cost.Subject)}` | {DiffWords.Usd(cost.Before)} | {DiffWords.Usd(cost.After)} | {DiffWords.Signed(cost.After - cost.Before)} |\n");
            }
        }

        return text.ToString();
    }

    private static void Warn(StringBuilder text, PlanChange change, Func<SourcePath, string> shown)
    {
        var places = string.Join(", ", change.Locations.Items.Select(location => DiffWords.Place(location, shown)));
        text.Append(change.IsRefused ? "\n> [!CAUTION]\n" : "\n> [!NOTE]\n")
            .Append($"> {DiffWords.Sign(change.Kind)} `{change.Subject}` ({string.Join(", ", DiffWords.Marks(change.Effects))}){(places.Length == 0 ? "" : $" at {places}")}\n>\n");
        foreach (var line in DiffWords.Lines(change))
        {
            text.Append($"> - {Line(line)}\n");
        }

        text.Append(">\n");

        text.Append(change.Acceptance is { } acceptance
            ? $"> Accepted: {Line(acceptance.Reason)}\n"
            : $"> Refused until accepted: `klotho accept {change.Id} --reason \"…\"`\n");
    }

    private static string Cell(string text) => Line(text).Replace("|", "\\|", StringComparison.Ordinal);

    private static string Line(string text) => text.ReplaceLineEndings(" ");
}
