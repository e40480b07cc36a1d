using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>What the ways to publish that give each subscriber an SQS queue have alike.</summary>
internal static class SubscriberQueues
{
    public static readonly ParameterSpec MaxAttempts = ParameterSpec.Whole("max_attempts", 5, 1, 1000, "How often a message is delivered before it goes to the dead letters.");

    public static readonly ParameterSpec BatchSize = ParameterSpec.Whole("batch_size", 10, 1, 10, "How many messages a handler's unit receives at once at most.");

    public static readonly ParameterSpec Retention = ParameterSpec.Whole("retention_days", 4, 1, 14, "How many days an undelivered message is kept.");

    public static readonly ParameterSpec DeadLetterRetention = ParameterSpec.Whole("dead_letter_retention_days", 14, 1, 14, "How many days a dead letter is kept.");

    // Every one of the services bills 64 KiB of a message as one.
    private const long Chunk = 64 * 1024;

    /// <summary>A message is published once, then written to, received from and deleted from each subscriber's queue.</summary>
    public static CostSheet Cost(VariantContext context, string published)
    {
        var queues = context.Graph.From(context.Node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Count();
        var billed = context.Demand.Average.PerMonth * Math.Max(1, (context.Demand.Payload.Bytes + Chunk - 1) / Chunk);
        return new CostSheet(context.Facts)
            .Use($"messages of {context.Demand.Payload}", billed, published)
            .Use($"sent, received and deleted in {queues} queues", billed * queues * 3, "sqs.request")
            .Standing("asking empty queues", queues * context.Facts["polls.per_queue"] * Rate.SecondsPerMonth, "sqs.request");
    }

    public static Traits Traits(VariantContext context, string latency, string promise, DataSize maxPayload) => new(
        LatencyFigures.Of(context.Facts, latency),
        context.Facts.Percent(promise),
        ScalesToZero: true,
        MaxPayload: maxPayload,
        DataLoss: Duration.Zero,
        Recovery: Duration.Zero);
}
