using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>How many tasks run: as many as the processors' load takes, and where the unit fetches messages, as their backlog takes.</summary>
internal static class FargateScaling
{
    private const int TargetPercent = 60;
    private const string Running = "running";
    private const string Backlog = "backlog";

    public static IEnumerable<Resource> Resources(NodeLowering node, EquatableArray<InputValue> queueNames)
    {
        var target = node.Resource("scaling", "aws:appautoscaling/target:Target", InputValue.Map.Of(
            new("serviceNamespace", "ecs"),
            new("scalableDimension", "ecs:service:DesiredCount"),
            new("resourceId", InputValue.Interpolation.Of("service/", FargateShared.ClusterName, "/", new InputValue.Reference(node.Name(), "name"))),
            new("minCapacity", node.Whole("min_count")),
            new("maxCapacity", node.Whole("max_count"))));
        yield return target;
        yield return Policy(node, "scaling-on-cpu", target, null, TargetPercent, new(
            "predefinedMetricSpecification", InputValue.Map.Of(new InputValue.Entry("predefinedMetricType", "ECSServiceAverageCPUUtilization"))));
        if (queueNames.Count > 0)
        {
            yield return Policy(node, "scaling-on-backlog", target, "Waiting messages for each task that runs; a task is added when there are more.", node.Whole("messages_per_task"), new(
                "customizedMetricSpecification", InputValue.Map.Of(new InputValue.Entry("metrics", InputValue.List.Of(BacklogOfTask(node, queueNames))))));
        }
    }

    private static Resource Policy(NodeLowering node, string part, Resource target, string? comment, long targetValue, InputValue.Entry metric) =>
        node.Resource(part, "aws:appautoscaling/policy:Policy", InputValue.Map.Of(
            new("policyType", "TargetTrackingScaling"),
            new("serviceNamespace", target.Output("serviceNamespace")),
            new("scalableDimension", target.Output("scalableDimension")),
            new("resourceId", target.Output("resourceId")),
            new("targetTrackingScalingPolicyConfiguration", InputValue.Map.Of(new("targetValue", targetValue), metric))), comment: comment);

    private static IEnumerable<InputValue> BacklogOfTask(NodeLowering node, EquatableArray<InputValue> queueNames)
    {
        var waiting = queueNames.Items.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"waiting{index + 1}")).ToList();
        return
        [
            InputValue.Map.Of(
                new("id", Backlog),
                new("expression", $"{(waiting.Count == 1 ? waiting[0] : $"({string.Join(" + ", waiting)})")} / FILL({Running}, 1)"),
                new("returnData", true)),
            .. queueNames.Items.Select((queue, index) => Figure(
                waiting[index], "AWS/SQS", "ApproximateNumberOfMessagesVisible", "Sum", Dimension("QueueName", queue))),
            Figure(
                Running, "ECS/ContainerInsights", "RunningTaskCount", "Average",
                Dimension("ClusterName", FargateShared.ClusterName),
                Dimension("ServiceName", new InputValue.Reference(node.Name(), "name"))),
        ];
    }

    private static InputValue.Map Figure(string id, string space, string name, string statistic, params IEnumerable<InputValue> dimensions) => InputValue.Map.Of(
        new("id", id),
        new("metricStat", InputValue.Map.Of(
            new("metric", InputValue.Map.Of(
                new("namespace", space),
                new("metricName", name),
                new("dimensions", InputValue.List.Of(dimensions)))),
            new("stat", statistic))),
        new("returnData", false));

    private static InputValue.Map Dimension(string name, InputValue value) => InputValue.Map.Of(new("name", name), new("value", value));
}
