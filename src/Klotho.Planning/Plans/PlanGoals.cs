using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Plans;

/// <summary>What requirements ask for that a plan only estimates, so that the deployed application is watched for it.</summary>
/// <param name="MonthlyCost">What the whole application may cost a month.</param>
/// <param name="Latency">How long answering may take, in the order of klotho.yaml.</param>
public sealed record PlanGoals(Money? MonthlyCost, EquatableArray<LatencyGoal> Latency)
{
    public static readonly PlanGoals None = new(null, EquatableArray<LatencyGoal>.Empty);

    /// <summary>What holds for a node itself; for one on the way into the application, what holds for that where the node has none.</summary>
    public IEnumerable<LatencyGoal> LatencyOf(NodeId node, bool isWayIn)
    {
        var own = Latency.Items.Where(goal => goal.Node == node).ToList();
        return own.Count > 0 || !isWayIn ? own : Latency.Items.Where(goal => goal.Node is null);
    }
}
