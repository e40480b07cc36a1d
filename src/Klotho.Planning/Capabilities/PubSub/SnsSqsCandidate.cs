using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>An SNS topic, and for each subscriber an SQS queue with a dead-letter queue.</summary>
public sealed class SnsSqsCandidate : Candidate
{

    // Both services bill 64 KiB of a message as one request.
    private const long Chunk = 64 * 1024;

    public override CandidateType Type => new("sns_sqs");

    public override string Title => "Amazon SNS topic with an SQS queue per subscriber";

    public override string DefaultReason => "durable, retried, with dead letters; no servers";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("max_attempts", 5, 1, 1000, "How often a message is delivered before it goes to the dead letters."),
        ParameterSpec.Whole("batch_size", 10, 1, 10, "How many messages a handler's unit receives at once at most."),
        ParameterSpec.Whole("retention_days", 4, 1, 14, "How many days an undelivered message is kept."),
        ParameterSpec.Whole("dead_letter_retention_days", 14, 1, 14, "How many days a dead letter is kept."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new(edge.Kind == EdgeKind.Delivers ? "sqs" : "sns");

    /// <summary>A message is published once, then written to, received from and deleted from each subscriber's queue.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var messages = context.Demand.Average.PerMonth;
        var parameters = ParameterSet.Of(this, context);
        var queues = context.Graph.From(context.Node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Count();
        var chunks = Math.Max(1, (context.Demand.Payload.Bytes + Chunk - 1) / Chunk);
        var cost = new CostSheet(facts)
            .Use($"messages of {context.Demand.Payload}", messages * chunks, "sns.publish")
            .Use($"sent, received and deleted in {queues} queues", messages * chunks * queues * 3, "sqs.request")
            .Standing("asking empty queues", queues * facts["polls.per_queue"] * Rate.SecondsPerMonth, "sqs.request");
        return WithPrivateWay(Hosting(parameters, new(
            LatencyFigures.Of(facts, "topic"),
            facts.Percent("sla.messaging"),
            ScalesToZero: true,
            MaxPayload: DataSize.OfKiB(Limit("message")),
            DataLoss: Duration.Zero,
            Recovery: Duration.Zero), cost), context);
    }
}
