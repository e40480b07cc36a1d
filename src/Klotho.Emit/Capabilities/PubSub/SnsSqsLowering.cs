using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>
/// A topic, and for each subscribing unit a queue of its own with dead letters, so that one unit's failure delays nobody else.
/// </summary>
public sealed class SnsSqsLowering : Lowering
{
    private const long SecondsPerDay = 24 * 60 * 60;

    public override CandidateType Candidate => new("sns_sqs");

    public override OperationActions Operations => TopicActions.Sns;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var topic = node.Resource(null, "aws:sns/topic:Topic", InputValue.Map.Of(new InputValue.Entry("kmsMasterKeyId", OwnKey.Of(node) ?? "alias/aws/sns")));
        yield return topic;
        yield return node.Resource("policy", "aws:sns/topicPolicy:TopicPolicy", InputValue.Map.Of(
            new("arn", topic.Output("arn")),
            new("policy", PolicyDocument.Of(PolicyDocument.DenyWithoutTls("sns:Publish", topic.Output("arn"))))));
        foreach (var unit in Subscribers(node))
        {
            foreach (var resource in Queue(node, topic, unit, node.Context.StemOf(unit)))
            {
                yield return resource;
            }
        }
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) =>
        edge.Kind == EdgeKind.Delivers ? Subscribe(node, edge) : Publish(node, edge);

    public override IEnumerable<Alarm> Alarms(NodeLowering node) =>
        Subscribers(node).Select(unit => Alarm.OfDeadLetters(
            $"{node.Context.StemOf(unit)}-dead-letters",
            $"Messages of {node.Id.Name} wait that {unit.Name} could not handle.",
            new InputValue.Reference(QueueName(node, unit, "dead-letters"), "name")));

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) =>
        Subscribers(node).Select(unit => new StackOutput(
            $"{node.Name()}-{node.Context.StemOf(unit)}-dead-letters",
            new InputValue.Reference(QueueName(node, unit, "dead-letters"), "url"),
            $"Messages of {node.Id.Name} that {unit.Name} could not handle."));

    private static UnitAccess Publish(NodeLowering node, CapabilityEdge edge)
    {
        var arn = new InputValue.Reference(node.Name(), "arn");
        return new(
            Environment: new([EnvironmentVariable.Binding("PubSub", node.Id.Name, InputValue.Interpolation.Of("sns://", arn))]),
            Statements: TopicActions.Sns.Statements(edge, _ => arn).ToEquatableArray(),
            Service: new("sns"));
    }

    private static UnitAccess Subscribe(NodeLowering node, CapabilityEdge edge)
    {
        var arn = new InputValue.Reference(QueueName(node, edge.To, "queue"), "arn");
        var handlers = string.Join(", ", edge.Operations.Items.Select(operation => operation.Name).Order(StringComparer.Ordinal));
        var environment = EnvironmentVariable.Binding("Subscriptions", node.Id.Name, InputValue.Interpolation.Of("sqs://", arn));
        if (node.Context.EndpointOf(edge.To) is Endpoint.Service)
        {
            var dead = new InputValue.Reference(QueueName(node, edge.To, "dead-letters"), "arn");
            return new(
                Environment: new([environment]),
                Statements: new(
                [
                    new(TopicActions.Poll.ToEquatableArray(), new([arn]), handlers),
                    new(TopicActions.KeepDeadLetters.ToEquatableArray(), new([dead]), $"dead letters of {handlers}"),
                ]),
                Queues: new([new InputValue.Reference(QueueName(node, edge.To, "queue"), "name")]),
                Service: new("sqs"));
        }

        return new(
            Environment: new([environment]),
            Statements: new([new(TopicActions.Receive.ToEquatableArray(), new([arn]), handlers)]),
            Events: new([new(node.Id, arn, (int)node.Whole("batch_size"))]));
    }

    private static IEnumerable<NodeId> Subscribers(NodeLowering node) =>
        node.Context.Graph.From(node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Order();

    private static ResourceName QueueName(NodeLowering node, NodeId unit, string part) => node.Name($"{node.Context.StemOf(unit)}-{part}");

    private static IEnumerable<Resource> Queue(NodeLowering node, Resource topic, NodeId unit, string name)
    {
        var dead = node.Resource($"{name}-dead-letters", "aws:sqs/queue:Queue", InputValue.Map.Of(
            new("messageRetentionSeconds", node.Whole("dead_letter_retention_days") * SecondsPerDay),
            Encryption(node)));
        var queue = node.Resource($"{name}-queue", "aws:sqs/queue:Queue", InputValue.Map.Of(
            new("messageRetentionSeconds", node.Whole("retention_days") * SecondsPerDay),
            new("visibilityTimeoutSeconds", VisibilityTimeout(node, unit)),
            Encryption(node),
            new("redrivePolicy", new InputValue.Json(InputValue.Map.Of(
                new("deadLetterTargetArn", dead.Output("arn")),
                new("maxReceiveCount", node.Whole("max_attempts")))))),
            comment: node.Context.EndpointOf(unit) is Endpoint.Service
                ? "The unit takes a message for this long, and renews that while it works."
                : "A message stays invisible six times as long as the unit may take, as AWS advises for Lambda.");

        yield return dead;
        yield return queue;
        yield return node.Resource($"{name}-redrive", "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy", InputValue.Map.Of(
            new("queueUrl", dead.Output("url")),
            new("redriveAllowPolicy", new InputValue.Json(InputValue.Map.Of(
                new("redrivePermission", "byQueue"),
                new("sourceQueueArns", InputValue.List.Of(queue.Output("arn"))))))));
        yield return node.Resource($"{name}-queue-policy", "aws:sqs/queuePolicy:QueuePolicy", InputValue.Map.Of(
            new("queueUrl", queue.Output("url")),
            new("policy", PolicyDocument.Of(
                PolicyDocument.ServiceMay("sns.amazonaws.com", "sqs:SendMessage", queue.Output("arn"), topic.Output("arn")),
                PolicyDocument.DenyWithoutTls("sqs:*", queue.Output("arn"))))));
        yield return node.Resource($"{name}-subscription", "aws:sns/topicSubscription:TopicSubscription", InputValue.Map.Of(
            new("topic", topic.Output("arn")),
            new("protocol", "sqs"),
            new("endpoint", queue.Output("arn")),
            new("rawMessageDelivery", true)), new(DependsOn: new([node.Name($"{name}-queue-policy")])));
    }

    private static InputValue.Entry Encryption(NodeLowering node) =>
        OwnKey.Of(node) is { } key ? new("kmsMasterKeyId", key) : new("sqsManagedSseEnabled", true);

    private static long VisibilityTimeout(NodeLowering node, NodeId unit) =>
        node.Context.EndpointOf(unit)?.MessageSeconds
            ?? throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{unit} receives messages from {node.Id}, but its host takes none."));
}
