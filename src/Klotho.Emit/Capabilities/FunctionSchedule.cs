using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>A schedule of EventBridge Scheduler that invokes a function with an event, and the role that it does so in.</summary>
internal sealed record FunctionSchedule(string Description, string Expression, InputValue FunctionArn, InputValue.Map Event)
{
    /// <summary>Schedules without a group are in this one; the scheduler names the group, never the schedule (EventBridge Scheduler User Guide: Confused deputy prevention, read 2026-11-22).</summary>
    private static readonly InputValue.Interpolation Group = AwsAccount.Arn("scheduler", "schedule-group/default");

    public bool IsEnabled { get; init; } = true;

    /// <summary>How often a start that failed is tried again, for how long, and what becomes of it then.</summary>
    public InputValue.Map Retries { get; init; } = InputValue.Map.Of();

    /// <summary>What the scheduler does, and no more.</summary>
    public PolicyStatement Invoking => new(new(["lambda:InvokeFunction"]), new([FunctionArn]), "starting the unit");

    /// <summary>The resources, with <paramref name="part"/> ahead of the names of their parts.</summary>
    /// <param name="node">Whose they are.</param>
    /// <param name="part">Which part of the node the schedule is; null for the node itself.</param>
    /// <param name="statements">All that the role may do.</param>
    /// <param name="comment">What the schedule is for.</param>
    public IEnumerable<Resource> Resources(NodeLowering node, string? part, IEnumerable<PolicyStatement> statements, string? comment = null)
    {
        var before = part is null ? "" : $"{part}-";
        var role = node.Resource($"{before}role", "aws:iam/role:Role", InputValue.Map.Of(
            new InputValue.Entry("assumeRolePolicy", PolicyDocument.AssumedBy("scheduler.amazonaws.com", Group))));
        var permissions = node.Resource($"{before}permissions", "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", role.Output("id")),
            new("policy", PolicyDocument.Allow(statements))));
        return
        [
            role,
            permissions,
            node.Resource(part, "aws:scheduler/schedule:Schedule", InputValue.Map.Of(
                new("description", Description),
                new("scheduleExpression", Expression),
                new("scheduleExpressionTimezone", "UTC"),
                new("state", IsEnabled ? "ENABLED" : "DISABLED"),
                new("flexibleTimeWindow", InputValue.Map.Of(new InputValue.Entry("mode", "OFF"))),
                new("target", InputValue.Map.Of(
                [
                    new("arn", FunctionArn),
                    new("roleArn", role.Output("arn")),
                    new("input", new InputValue.Json(Event)),
                    .. Retries.Entries.Items,
                ]))),
                new(DependsOn: new([permissions.Name])),
                comment),
        ];
    }
}
