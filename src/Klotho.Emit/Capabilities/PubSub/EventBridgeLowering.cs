using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>A bus of the topic's own, and for each subscribing unit a rule that puts the events into a queue of its own with dead letters.</summary>
public sealed class EventBridgeLowering : Lowering
{
    // As long and as often as EventBridge takes (Amazon EventBridge API Reference: RetryPolicy, 2026-11-22).
    private const long LongestDelivery = 86_400;
    private const long MostDeliveries = 185;

    public override CandidateType Candidate => new("eventbridge");

    public override OperationActions Operations => TopicActions.EventBridge;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var bus = node.Resource(null, "aws:cloudwatch/eventBus:EventBus", InputValue.Map.Of(
            [new("description", $"{node.Context.Graph.App}: {node.Id.Name}"), .. OwnKey.Input(node, "kmsKeyIdentifier")]));
        return
        [
            bus,
            Policy(node, bus),
            .. node.Whole("archive_days") is > 0 and var days ? [Archive(node, bus, days)] : Array.Empty<Resource>(),
            .. Claims.Resources(node),
            .. SubscriberQueues.Of(node).SelectMany(unit => Subscription(node, bus, unit)),
        ];
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) =>
        edge.Kind == EdgeKind.Delivers ? SubscriberQueues.Access(node, edge, "?envelope=eventbridge") : Publish(node, edge);

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => SubscriberQueues.Alarms(node);

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) => SubscriberQueues.Outputs(node);

    private static UnitAccess Publish(NodeLowering node, CapabilityEdge edge) => new(
        Environment: new([EnvironmentVariable.Binding("PubSub", node.Id.Name, Claims.Binding(node, options: true, "eventbridge://", new InputValue.Reference(node.Name(), "arn"), $"?source={Source(node)}"))]),
        Statements: TopicActions.EventBridge.Statements(edge, _ => new InputValue.Reference(node.Name(), "arn"))
            .Select(statement => statement with
            {
                // Both keys have several values, one for each event of a request (Service Authorization Reference: Amazon EventBridge, ArrayOfString, read 2026-11-22).
                Conditions = new([new("ForAllValues:StringEquals", "events:source", Source(node)), new("ForAllValues:StringEquals", "events:detail-type", node.Id.Name)]),
            })
            .Concat(Claims.Statements(node, "s3:PutObject", TopicActions.EventBridge.Used(edge)))
            .ToEquatableArray(),
        Service: new("events"),
        Payloads: Claims.AreKept(node) ? Claims.Service : null);

    /// <summary>What the units of the application publish as: the bus takes nothing else.</summary>
    private static string Source(NodeLowering node) => $"klotho.{node.Context.Graph.App}";

    /// <summary>
    /// One event of a foreign source among others is enough to refuse the request: a key of several values takes an operator that says so (AWS
    /// IAM User Guide: Single-valued vs. multivalued context keys, read 2026-11-22). No request is without a source: EventBridge takes no such event.
    /// </summary>
    private static Resource Policy(NodeLowering node, Resource bus) =>
        node.Resource("policy", "aws:cloudwatch/eventBusPolicy:EventBusPolicy", InputValue.Map.Of(
            new("eventBusName", bus.Output("name")),
            new("policy", PolicyDocument.Of(InputValue.Map.Of(
                new("Sid", "OwnEventsOnly"),
                new("Effect", "Deny"),
                new("Principal", "*"),
                new("Action", "events:PutEvents"),
                new("Resource", bus.Output("arn")),
                new("Condition", InputValue.Map.Of(new InputValue.Entry("ForAnyValue:StringNotEquals", InputValue.Map.Of(new InputValue.Entry("events:source", Source(node)))))))))));

    private static Resource Archive(NodeLowering node, Resource bus, long days) =>
        node.Resource("archive", "aws:cloudwatch/eventArchive:EventArchive", InputValue.Map.Of(
        [
            new("eventSourceArn", bus.Output("arn")),
            new("description", $"Messages of {node.Id.Name}, to be sent again."),
            new("retentionDays", days),
            .. OwnKey.Input(node, "kmsKeyIdentifier"),
        ]), comment: "To send a time's messages again: aws events start-replay.");

    private static IEnumerable<Resource> Subscription(NodeLowering node, Resource bus, NodeId unit)
    {
        var name = node.Context.StemOf(unit);
        var rule = node.Resource($"{name}-rule", "aws:cloudwatch/eventRule:EventRule", InputValue.Map.Of(
            new("eventBusName", bus.Output("name")),
            new("description", $"Messages of {node.Id.Name} for the unit {unit.Name}."),
            new("eventPattern", new InputValue.Json(InputValue.Map.Of(
            [
                new("source", InputValue.List.Of(Source(node))),
                new("detail-type", InputValue.List.Of(node.Id.Name)),
                .. Filter(SubscriberFilter.Of(node, unit)),
            ])))));
        return
        [
            rule,
            .. SubscriberQueues.Resources(node, unit, "events.amazonaws.com", rule.Output("arn"), deadLettersToo: true),
            node.Resource($"{name}-target", "aws:cloudwatch/eventTarget:EventTarget", InputValue.Map.Of(
                new("eventBusName", bus.Output("name")),
                new("rule", rule.Output("name")),
                new("arn", new InputValue.Reference(SubscriberQueues.Name(node, unit, SubscriberQueues.Queue), "arn")),
                new("deadLetterConfig", InputValue.Map.Of(new InputValue.Entry("arn", new InputValue.Reference(SubscriberQueues.Name(node, unit, SubscriberQueues.DeadLetters), "arn")))),
                new("retryPolicy", InputValue.Map.Of(
                    new("maximumEventAgeInSeconds", LongestDelivery),
                    new("maximumRetryAttempts", MostDeliveries)))),
                new(DependsOn: new([SubscriberQueues.PolicyName(node, unit, SubscriberQueues.Queue), SubscriberQueues.PolicyName(node, unit, SubscriberQueues.DeadLetters)])),
                "What the bus itself cannot deliver in a day is a dead letter, too."),
        ];
    }

    // One entry of an event's list is enough (Amazon EventBridge User Guide: Matching arrays in event patterns, read 2026-11-23).
    private static IEnumerable<InputValue.Entry> Filter(EquatableArray<string> values) =>
        values.Count == 0 ? [] : [new("resources", InputValue.List.Of([.. values.Items.Select(InputValue (value) => $"klotho:filter:{value}")]))];
}
