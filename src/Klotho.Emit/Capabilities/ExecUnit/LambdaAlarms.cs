using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>What somebody must hear of when it happens to a function.</summary>
internal static class LambdaAlarms
{
    private const string Metrics = "AWS/Lambda";

    public static IEnumerable<Alarm> Of(NodeLowering node)
    {
        var function = new[] { new InputValue.Entry("FunctionName", new InputValue.Reference(node.Name(), "name")) }.ToEquatableArray();
        yield return new("errors", $"The unit {node.Id.Name} failed.", (Metrics, "Errors"), function, Threshold: 0);
        yield return new("throttles", $"The unit {node.Id.Name} was refused for too many invocations at once.", (Metrics, "Throttles"), function, Threshold: 0);
        foreach (var goal in node.Context.Goals.LatencyOf(node.Id, isWayIn: false))
        {
            yield return Alarm.OfLatency(goal, $"The unit {node.Id.Name} takes", (Metrics, "Duration"), function, goal.Most.Seconds * 1000);
        }
    }
}
