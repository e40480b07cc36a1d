using Klotho.Cli.Reporting;
using Klotho.Planning.Costs;
using Spectre.Console;

namespace Klotho.Cli.Compile;

/// <summary>Prints the summary of a compile for a person: what runs where and why, where the output is, what to do next.</summary>
internal static class SummaryPrinter
{
    public static void Print(CompileSummary summary, IAnsiConsole console, DisplayPaths paths)
    {
        var folder = paths.Shown(summary.Folder);
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{summary.App}[/]: {Count(summary.Units.Count, "unit")}, {Count(summary.Resources.Count, "resource")}");
        console.WriteLine();
        PrintNodes(console, "Unit", summary.Units, node => node.Id.Name);
        PrintNodes(console, "Resource", summary.Resources, node => node.Id.ToString());
        console.MarkupLineInterpolated($"{Count(summary.Permissions, "permission")} (one operation of one unit on one resource each), {Count(summary.ProviderResources, "provider resource")}");
        console.MarkupLineInterpolated($"Estimate: [bold]{CostText.Of(summary.Cost)}[/]; plan.md says what it rests on");
        console.MarkupLineInterpolated($"Output: [bold]{folder}[/] ({Count(summary.Files, "file")})");
        console.WriteLine();
        console.WriteLine("Next:");
        console.WriteLine($"  cd {paths.Shown(summary.ProgramFolder)}");
        console.WriteLine("  pulumi stack init dev && pulumi config set aws:region eu-central-1");
        console.WriteLine("  pulumi preview     # shows what would be created");
        console.WriteLine("  pulumi up          # creates it");
    }

    private static void PrintNodes(IAnsiConsole console, string title, IReadOnlyList<HostedNode> nodes, Func<HostedNode, string> name)
    {
        if (nodes.Count == 0)
        {
            return;
        }

        var hasWork = nodes.Any(node => node.Work.Count > 0);
        var table = new Table().Border(TableBorder.Simple).AddColumn(title).AddColumn("Hosted as").AddColumn("Why");
        if (hasWork)
        {
            table.AddColumn("Work");
        }

        foreach (var node in nodes)
        {
            var why = node.Origin == "default" ? node.Reason : $"{node.Reason} ({node.Origin})";
            string[] cells = [name(node), node.Host, why, .. hasWork ? [string.Join("; ", node.Work)] : Array.Empty<string>()];
            table.AddRow(cells.Select(Markup.Escape).ToArray());
        }

        console.Write(table);
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
