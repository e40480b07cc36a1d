using System.Globalization;
using Klotho.Emit.Capabilities;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Spectre.Console;

namespace Klotho.Cli.Plans;

/// <summary>A plan for a person: what is hosted how, why and for how much; what is shared, the sum, what the figures rest on.</summary>
internal static class PlanTables
{
    public static void Print(Plan plan, NodeFacts facts, IAnsiConsole console)
    {
        var region = plan.Region is { } where ? $" in {where}" : "";
        console.MarkupLineInterpolated($"[bold]{plan.Graph.App}[/]{region}");
        var hosted = Rows("Node", "Hosted as", "Why");
        foreach (var decision in plan.Decisions)
        {
            Add(hosted, decision.Cost, $"{decision.Node}", facts.HostOf(decision), decision.Reason);
        }

        console.Write(hosted);
        if (plan.Shared.Count > 0)
        {
            var shared = Rows("Shared, counted once", "For");
            foreach (var facility in plan.Shared)
            {
                Add(shared, facility.Facility.Cost, facility.Facility.Title, string.Join(", ", facility.NeededBy));
            }

            console.Write(shared);
        }

        console.MarkupLineInterpolated($"In total [bold]{CostText.Of(plan.Cost)}[/], by estimate:");
        foreach (var assumption in plan.Assumptions)
        {
            console.MarkupLineInterpolated($"- {assumption}");
        }
    }

    private static Table Rows(params string[] titles)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns(titles);
        return table.AddColumn(new TableColumn("USD/month").RightAligned().NoWrap()).AddColumn(new TableColumn("from").RightAligned().NoWrap()).AddColumn(new TableColumn("to").RightAligned().NoWrap());
    }

    private static void Add(Table table, CostEstimate cost, params string[] cells) => table.AddRow(
        [.. cells.Select(Markup.Escape), Amount(cost.Expected.Usd), Amount(cost.Low.Usd), Amount(cost.High.Usd)]);

    private static string Amount(decimal usd) => usd.ToString("0.00", CultureInfo.InvariantCulture);
}
