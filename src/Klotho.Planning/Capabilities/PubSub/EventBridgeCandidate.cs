using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>A bus with a rule and a queue per subscriber.</summary>
public sealed class EventBridgeCandidate() : QueuedTopicCandidate("bus", "sla.eventbridge", "eventbridge.event")
{
    public override CandidateType Type => new("eventbridge");

    public override string Title => "Amazon EventBridge bus with a queue per subscriber";

    public override string DefaultReason => "an archive, and rules that pick by content";

    public override string Drawback => "twice the price of a topic for each message";

    protected override string? Unordered => "an EventBridge bus";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        SubscriberQueues.MaxAttempts,
        SubscriberQueues.BatchSize,
        SubscriberQueues.Retention,
        SubscriberQueues.DeadLetterRetention,
        SubscriberQueues.Claims,
        ParameterSpec.Whole("archive_days", 0, 0, 3650, "How many days messages are kept to be sent again; 0 keeps none."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new(edge.Kind == EdgeKind.Delivers ? "sqs" : "events");
}
