using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>A topic, and for each subscribing unit a queue of its own with dead letters.</summary>
public sealed class SnsSqsLowering : Lowering
{
    public override CandidateType Candidate => new("sns_sqs");

    public override OperationActions Operations => TopicActions.Sns;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var topic = node.Resource(null, "aws:sns/topic:Topic", InputValue.Map.Of(
            [new("kmsMasterKeyId", OwnKey.Of(node) ?? "alias/aws/sns"), .. Fifo.OfTopic(node)]));
        return
        [
            topic,
            node.Resource("policy", "aws:sns/topicPolicy:TopicPolicy", InputValue.Map.Of(
                new("arn", topic.Output("arn")),
                new("policy", PolicyDocument.Of(PolicyDocument.DenyWithoutTls("sns:Publish", topic.Output("arn")))))),
            .. Claims.Resources(node),
            .. SubscriberQueues.Of(node).SelectMany(unit => Subscription(node, topic, unit)),
        ];
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) =>
        edge.Kind == EdgeKind.Delivers ? SubscriberQueues.Access(node, edge) : Publish(node, edge);

    public override IEnumerable<Alarm> Alarms(NodeLowering node) => SubscriberQueues.Alarms(node);

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) => SubscriberQueues.Outputs(node);

    private static UnitAccess Publish(NodeLowering node, CapabilityEdge edge)
    {
        var arn = new InputValue.Reference(node.Name(), "arn");
        return new(
            Environment: new([EnvironmentVariable.Binding("PubSub", node.Id.Name, Claims.Binding(node, options: false, "sns://", arn))]),
            Statements: TopicActions.Sns.Statements(edge, _ => arn).Concat(Claims.Statements(node, "s3:PutObject", TopicActions.Sns.Used(edge))).ToEquatableArray(),
            Service: new("sns"),
            Payloads: Claims.AreKept(node) ? Claims.Service : null);
    }

    private static IEnumerable<Resource> Subscription(NodeLowering node, Resource topic, NodeId unit) =>
    [
        .. SubscriberQueues.Resources(node, unit, "sns.amazonaws.com", topic.Output("arn")),
        node.Resource($"{node.Context.StemOf(unit)}-subscription", "aws:sns/topicSubscription:TopicSubscription", InputValue.Map.Of(
        [
            new("topic", topic.Output("arn")),
            new("protocol", "sqs"),
            new("endpoint", new InputValue.Reference(SubscriberQueues.Name(node, unit, SubscriberQueues.Queue), "arn")),
            new("rawMessageDelivery", true),
            .. Filter(SubscriberFilter.Of(node, unit)),
        ]), new(DependsOn: new([SubscriberQueues.PolicyName(node, unit, SubscriberQueues.Queue)]))),
    ];

    private static IEnumerable<InputValue.Entry> Filter(EquatableArray<string> values) => values.Count == 0 ? [] :
    [
        new("filterPolicy", new InputValue.Json(InputValue.Map.Of(
            new InputValue.Entry("klotho-filter", InputValue.List.Of([.. values.Items.Select(InputValue (value) => value)]))))),
    ];
}
