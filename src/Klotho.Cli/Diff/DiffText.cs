using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Planning.Differences;

namespace Klotho.Cli.Diff;

/// <summary>A difference for a person at a terminal.</summary>
internal static class DiffText
{
    public static string Print(PlanDifferences differences, Func<SourcePath, string> shown)
    {
        if (differences.IsEmpty)
        {
            return "no differences\n";
        }

        var text = new StringBuilder();
        foreach (var area in differences.Changes.Items.GroupBy(change => change.Area))
        {
            text.Append(DiffWords.Title(area.Key)).Append('\n');
            foreach (var change in area)
            {
                Append(text, change, shown);
            }

            text.Append('\n');
        }

        AppendCosts(text, differences);
        text.Append(DiffWords.Count(differences)).Append('\n');
        var refused = differences.Changes.Items.Where(change => change.IsRefused).Select(change => change.Id.Value).ToList();
        if (refused.Count > 0)
        {
            text.Append("\nRefused until accepted:\n  klotho accept ").AppendJoin(' ', refused).Append(" --reason \"…\"\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, PlanChange change, Func<SourcePath, string> shown)
    {
        var values = DiffWords.Values(change);
        text.Append("  ").Append(DiffWords.Sign(change.Kind)).Append(' ').Append(change.Subject)
            .Append(values.Length == 0 ? "" : $": {values}")
            .Append(string.Concat(DiffWords.Marks(change.Effects).Select(mark => $" [{mark}]")))
            .Append('\n');
        foreach (var detail in DiffWords.Lines(change))
        {
            text.Append("      ").Append(detail).Append('\n');
        }

        if (change.Acceptance is { } acceptance)
        {
            text.Append("      accepted: ").Append(acceptance.Reason).Append('\n');
        }
        else if (change.NeedsAcceptance)
        {
            text.Append("      ").Append(change.Id).Append('\n');
        }

        if (change.Locations.Count > 0 && (change.NeedsAcceptance || change.Effects != ChangeEffects.None))
        {
            text.Append("      at ").AppendJoin(", ", change.Locations.Items.Select(location => DiffWords.Place(location, shown))).Append('\n');
        }
    }

    private static void AppendCosts(StringBuilder text, PlanDifferences differences)
    {
        if (differences.Costs.Count == 0)
        {
            return;
        }

        text.Append("Cost, USD a month (estimates)\n");
        foreach (var cost in differences.Costs)
        {
            text.Append($"  {cost.Subject}: {DiffWords.Usd(cost.Before)} → {DiffWords.Usd(cost.After)} ({DiffWords.Signed(cost.After - cost.Before)})\n");
        }

        var (before, after) = (differences.CostBefore.Expected, differences.CostAfter.Expected);
        text.Append($"  in all: {DiffWords.Usd(before)} → {DiffWords.Usd(after)} ({DiffWords.Signed(after - before)})\n\n");
    }
}
