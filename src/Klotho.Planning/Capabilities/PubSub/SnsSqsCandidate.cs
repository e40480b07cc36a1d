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

    protected override string Unordered => "an SNS topic that is not FIFO";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        SubscriberQueues.MaxAttempts,
        SubscriberQueues.BatchSize,
        SubscriberQueues.Retention,
        SubscriberQueues.DeadLetterRetention,
        SubscriberQueues.Claims,
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new(edge.Kind == EdgeKind.Delivers ? "sqs" : "sns");
}
