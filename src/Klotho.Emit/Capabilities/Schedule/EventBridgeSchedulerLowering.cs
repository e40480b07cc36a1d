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

    public override CandidateType Candidate => new("eventbridge_scheduler");

    public override IEnumerable<PolicyStatement> HostStatements(NodeLowering node) =>
    [
        Schedule(node).Invoking,
        new(new(["sqs:SendMessage"]), new([new InputValue.Reference(node.Name("failed"), "arn")]), "keeping failed starts"),
    ];

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var failed = node.Resource("failed", "aws:sqs/queue:Queue", InputValue.Map.Of(
            new("messageRetentionSeconds", FourteenDays),
            new("sqsManagedSseEnabled", true)));
        return
        [
            failed,
            node.Resource("failed-policy", "aws:sqs/queuePolicy:QueuePolicy", InputValue.Map.Of(
                new("queueUrl", failed.Output("url")),
                new("policy", PolicyDocument.Of(PolicyDocument.DenyWithoutTls("sqs:*", failed.Output("arn")))))),
            .. Schedule(node).Resources(node, null, HostStatements(node)),
        ];
    }

    private static FunctionSchedule Schedule(NodeLowering node) => new(
        $"{node.Context.Graph.App}: {node.Id.Name}",
        EventBridgeCron.From(Cron(node)) ?? "",
        Function(node).Arn,
        InputValue.Map.Of(
            new("source", "klotho.schedule"),
            new("schedule", node.Id.Name)))
    {
        IsEnabled = node.Truth("enabled"),
        Retries = InputValue.Map.Of(
            new("retryPolicy", InputValue.Map.Of(
                new("maximumRetryAttempts", node.Whole("retry_attempts")),
                new("maximumEventAgeInSeconds", node.Whole("maximum_event_age")))),
            new("deadLetterConfig", InputValue.Map.Of(new InputValue.Entry("arn", new InputValue.Reference(node.Name("failed"), "arn"))))),
    };

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
