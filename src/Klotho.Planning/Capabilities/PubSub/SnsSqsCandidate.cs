using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>An SNS topic, and for each subscriber an SQS queue with a dead-letter queue.</summary>
public sealed class SnsSqsCandidate : Candidate
{
    public override CandidateType Type => new("sns_sqs");

    public override string Title => "Amazon SNS topic with an SQS queue per subscriber";

    public override string DefaultReason => "durable, retried, with dead letters; no servers";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("max_attempts", 5, 1, 1000, "How often a message is delivered before it goes to the dead letters."),
        ParameterSpec.Whole("batch_size", 10, 1, 10, "How many messages a handler's unit receives at once at most."),
        ParameterSpec.Whole("retention_days", 4, 1, 14, "How many days an undelivered message is kept."),
        ParameterSpec.Whole("dead_letter_retention_days", 14, 1, 14, "How many days a dead letter is kept."),
    ]);

    public override EquatableArray<HardLimit> Limits { get; } = new(
    [
        new("message", 256, "KB", "Amazon SNS Developer Guide: Amazon SNS message size", "2026-11-22"),
        new("retention", 14, "days", "Amazon SQS Developer Guide: Message quotas", "2026-11-22"),
    ]);
}
