using Klotho.Analysis.Capabilities.Schedule;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Schedule;

/// <summary>A schedule that invokes the unit, with retries; a start that failed for good is kept in a queue.</summary>
public sealed class EventBridgeSchedulerLowering : Lowering
{
    private const long FourteenDays = 14 * 24 * 60 * 60;

    /// <summary>Schedules without a group are in this one; the scheduler names the group, never the schedule (EventBridge Scheduler User Guide: Confused deputy prevention, read 2026-11-22).</summary>
    private static readonly InputValue.Interpolation Group = AwsAccount.Arn("scheduler", "schedule-group/default");

    public override CandidateType Candidate => new("eventbridge_scheduler");

    public override IEnumerable<PolicyStatement> HostStatements(NodeLowering node) =>
    [
        new(new(["lambda:InvokeFunction"]), new([Function(node).Arn]), "starting the unit"),
        new(new(["sqs:SendMessage"]), new([new InputValue.Reference(node.Name("failed"), "arn")]), "keeping failed starts"),
    ];

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var function = Function(node);
        var failed = node.Resource("failed", "aws:sqs/queue:Queue", InputValue.Map.Of(
            new("messageRetentionSeconds", FourteenDays),
            new("sqsManagedSseEnabled", true)));
        var role = node.Resource("role", "aws:iam/role:Role", InputValue.Map.Of(
            new InputValue.Entry("assumeRolePolicy", PolicyDocument.AssumedBy("scheduler.amazonaws.com", Group))));
        var permissions = node.Resource("permissions", "aws:iam/rolePolicy:RolePolicy", InputValue.Map.Of(
            new("role", role.Output("id")),
            new("policy", PolicyDocument.Allow(HostStatements(node)))));

        return
        [
            failed,
            node.Resource("failed-policy", "aws:sqs/queuePolicy:QueuePolicy", InputValue.Map.Of(
                new("queueUrl", failed.Output("url")),
                new("policy", PolicyDocument.Of(PolicyDocument.DenyWithoutTls("sqs:*", failed.Output("arn")))))),
            role,
            permissions,
            node.Resource(null, "aws:scheduler/schedule:Schedule", InputValue.Map.Of(
                new("description", $"{node.Context.Graph.App}: {node.Id.Name}"),
                new("scheduleExpression", EventBridgeCron.From(Cron(node)) ?? ""),
                new("scheduleExpressionTimezone", "UTC"),
                new("state", node.Truth("enabled") ? "ENABLED" : "DISABLED"),
                new("flexibleTimeWindow", InputValue.Map.Of(new InputValue.Entry("mode", "OFF"))),
                new("target", InputValue.Map.Of(
                    new("arn", function.Arn),
                    new("roleArn", role.Output("arn")),
                    new("input", new InputValue.Json(InputValue.Map.Of(
                        new("source", "klotho.schedule"),
                        new("schedule", node.Id.Name)))),
                    new("retryPolicy", InputValue.Map.Of(
                        new("maximumRetryAttempts", node.Whole("retry_attempts")),
                        new("maximumEventAgeInSeconds", node.Whole("maximum_event_age")))),
                    new("deadLetterConfig", InputValue.Map.Of(new InputValue.Entry("arn", failed.Output("arn"))))))),
                new(DependsOn: new([permissions.Name]))),
        ];
    }

    public override IEnumerable<Alarm> Alarms(NodeLowering node) =>
        [Alarm.OfDeadLetters("failed", $"The schedule {node.Id.Name} could not start its unit.", new InputValue.Reference(node.Name("failed"), "name"))];

    public override IEnumerable<KlothoDiagnostic> Check(NodeLowering node)
    {
        if (EventBridgeCron.From(Cron(node)) is null)
        {
            yield return ScheduleRules.BothDayFields.At(node.Node.Locations[0], node.Id.Name, Cron(node));
        }
    }

    private static string Cron(NodeLowering node) => ((ScheduleNode)node.Node).Cron;

    private static NodeId Unit(NodeLowering node) => node.Context.Graph.From(node.Id).First(edge => edge.Kind == EdgeKind.Triggers).To;

    private static Endpoint.Function Function(NodeLowering node) => node.Context.EndpointOf(Unit(node)) as Endpoint.Function
        ?? throw new InvalidOperationException($"{node.Id} starts {Unit(node)}, but its host cannot be invoked.");
}
