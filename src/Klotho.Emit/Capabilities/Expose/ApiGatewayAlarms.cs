using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>What somebody must hear of when callers of an HTTP API see it.</summary>
internal static class ApiGatewayAlarms
{
    private const string Metrics = "AWS/ApiGateway";

    public static IEnumerable<Alarm> Of(NodeLowering node)
    {
        var api = new[] { new InputValue.Entry("ApiId", new InputValue.Reference(node.Name(), "id")) }.ToEquatableArray();
        yield return new("errors", $"Callers of {node.Id.Name} were answered with errors of the application's own.", (Metrics, "5xx"), api, Threshold: 0);
        foreach (var goal in node.Context.Goals.LatencyOf(node.Id, isWayIn: true))
        {
            yield return Alarm.OfLatency(goal, $"Callers of {node.Id.Name} wait", (Metrics, "Latency"), api, goal.Most.Seconds * 1000);
        }
    }
}
