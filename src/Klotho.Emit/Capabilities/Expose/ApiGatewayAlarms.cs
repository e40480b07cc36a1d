using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>What somebody must hear of when callers of an HTTP API see it.</summary>
internal static class ApiGatewayAlarms
{
    private const string Metrics = "AWS/ApiGateway";
    private const long SlowPeriods = 3;

    public static IEnumerable<Alarm> Of(NodeLowering node)
    {
        var api = new[] { new InputValue.Entry("ApiId", new InputValue.Reference(node.Name(), "id")) }.ToEquatableArray();
        yield return new("errors", $"Callers of {node.Id.Name} were answered with errors of the application's own.", (Metrics, "5xx"), api, Threshold: 0);
        foreach (var goal in node.Context.Goals.LatencyOf(node.Id, isWayIn: true))
        {
            var percentile = string.Create(CultureInfo.InvariantCulture, $"p{goal.Percentile}");
            yield return new(
                $"latency-{percentile}", $"Callers of {node.Id.Name} wait longer than the {goal.Most} that requirements allow.",
                (Metrics, "Latency"), api, (long)(goal.Most.Seconds * 1000))
            {
                Statistic = percentile,
                Periods = SlowPeriods,
            };
        }
    }
}
