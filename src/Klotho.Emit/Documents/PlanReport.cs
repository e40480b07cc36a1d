using System.Globalization;
using System.Text;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Documents;

/// <summary><c>plan.md</c>: what is hosted as what, why in half a line, and for how much; what is shared, and what the figures rest on.</summary>
public static class PlanReport
{
    /// <param name="plan">The plan.</param>
    /// <param name="facts">What its nodes are called.</param>
    /// <param name="resources">What it becomes, where that is known.</param>
    public static OutputFile Print(Plan plan, NodeFacts facts, ResourceGraph? resources = null)
    {
        var text = new StringBuilder();
        text.Append($"# How {plan.Graph.App} is hosted\n\nAbout **{CostText.Of(plan.Cost)}**, by estimate.\n\n");
        text.Append("| what | hosted as | why | monthly estimate |\n|---|---|---|---|\n");
        foreach (var decision in plan.Decisions)
        {
            text.Append($"| {facts.NounOf(decision.Node)} `{decision.Node.Name}` | {facts.HostOf(decision)} | {Cell(decision.Reason)} | {CostText.Of(decision.Cost)} |\n");
        }

        if (plan.Shared.Count > 0)
        {
            text.Append("\n## Shared\n\nCounted once, however many need it.\n\n| what | needed by | monthly estimate |\n|---|---|---|\n");
            foreach (var shared in plan.Shared)
            {
                text.Append($"| {Cell(shared.Facility.Title)} | {string.Join(", ", shared.NeededBy.Items.Select(node => $"`{node}`"))} | {CostText.Of(shared.Facility.Cost)} |\n");
            }
        }

        Rejected(text, plan);
        text.Append("\n## Assumptions\n\n");
        foreach (var assumption in plan.Assumptions)
        {
            text.Append($"- {assumption}\n");
        }

        Alarms(text, plan, resources?.Resources.Items.Count(resource => resource.Type.Value == Alarm.Type) ?? 0);
        Lines(text, plan);
        return new(new("plan.md"), text.ToString());
    }

    private static void Rejected(StringBuilder text, Plan plan)
    {
        var rejected = plan.Decisions.Items.SelectMany(decision => decision.Rejected.Items.Select(other => (decision.Node, Other: other))).ToList();
        if (rejected.Count == 0)
        {
            return;
        }

        text.Append("\n## Rejected\n\n| what | not as | because | whole plan |\n|---|---|---|---|\n");
        foreach (var (nodes, other) in Grouped(rejected))
        {
            text.Append($"| {nodes} | `{other.Type}` | {Cell(other.Reason)} | {(other.Difference is { } difference ? CostText.Difference(difference) : "")} |\n");
        }
    }

    /// <summary>How many there are shows only when everything is lowered, so the plan does not count them.</summary>
    private static void Alarms(StringBuilder text, Plan plan, int count)
    {
        if (count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"- Not counted: {count} alarms at {plan.Monitoring.Alarm.Usd:0.00} USD a month each, {count * plan.Monitoring.Alarm.Usd:0.00} USD together (`monitoring: {{alarms: false}}` leaves them out).\n");
        }
    }

    private static void Lines(StringBuilder text, Plan plan)
    {
        var lines = plan.Decisions.Items.Where(decision => decision.Cost.Lines.Count > 0).Select(decision => (decision.Node, decision.Cost.Lines)).ToList();
        foreach (var (nodes, own) in Grouped(lines))
        {
            text.Append($"- {nodes}: {string.Join("; ", own.Items.Select(line => $"{line.Assumption} ({line.Cost})"))}\n");
        }
    }

    /// <summary>What several nodes have in common, once, where the first of them stands.</summary>
    private static IEnumerable<(string Nodes, T Common)> Grouped<T>(IEnumerable<(NodeId Node, T Own)> items) =>
        items.GroupBy(item => item.Own, item => item.Node).Select(group => (string.Join(", ", group.Select(node => $"`{node}`")), group.Key));

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
