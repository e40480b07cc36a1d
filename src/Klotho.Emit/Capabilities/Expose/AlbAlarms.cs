using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>What somebody must hear of when callers of a load balancer see it.</summary>
internal static class AlbAlarms
{
    private const string Metrics = "AWS/ApplicationELB";

    public static IEnumerable<Alarm> Of(NodeLowering node)
    {
        var balancer = new[] { new InputValue.Entry("LoadBalancer", new InputValue.Reference(node.Name(), "arnSuffix")) }.ToEquatableArray();
        yield return new("errors", $"Callers of {node.Id.Name} were answered with errors of the application's own.", (Metrics, "HTTPCode_Target_5XX_Count"), balancer, Threshold: 0);
        yield return new("unanswered", $"Callers of {node.Id.Name} got no answer of the application.", (Metrics, "HTTPCode_ELB_5XX_Count"), balancer, Threshold: 0);
        foreach (var goal in node.Context.Goals.LatencyOf(node.Id, isWayIn: true))
        {
            yield return Alarm.OfLatency(goal, $"Callers of {node.Id.Name} wait", (Metrics, "TargetResponseTime"), balancer, goal.Most.Seconds);
        }
    }
}
