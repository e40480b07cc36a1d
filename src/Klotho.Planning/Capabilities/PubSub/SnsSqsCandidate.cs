using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>An SNS topic, and for each subscriber an SQS queue with a dead-letter queue.</summary>
public sealed class SnsSqsCandidate() : QueuedTopicCandidate("topic", "sla.messaging", "sns.publish")
{
    public override CandidateType Type => new("sns_sqs");

    public override string Title => "Amazon SNS topic with an SQS queue per subscriber";

    public override string DefaultReason => "durable, retried, with dead letters; no servers";

    /// <summary>An ordered topic and its queues are of the kind FIFO.</summary>
    protected override string? Unordered => null;

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        SubscriberQueues.MaxAttempts,
        SubscriberQueues.BatchSize,
        SubscriberQueues.Retention,
        SubscriberQueues.DeadLetterRetention,
        SubscriberQueues.Claims,
    ]);

    /// <summary>
    /// A function gets the messages of an ordered topic one by one: a batch that fails is received again as a whole, and what was not even tried would come nearer
    /// to the dead letters.
    /// </summary>
    public override IEnumerable<InferredParameter> Infer(CapabilityNode node, CapabilityGraph graph) => TopicOrder.Of(node) is null ? [] :
        node.Locations.Items.Take(1).Select(location => new InferredParameter(SubscriberQueues.BatchSize.Name, new ParameterValue.Whole(1), location));

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new(edge.Kind == EdgeKind.Delivers ? "sqs" : "sns");
}
