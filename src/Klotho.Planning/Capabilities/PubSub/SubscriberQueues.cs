using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>What the ways to publish that give each subscriber an SQS queue have alike.</summary>
public static class SubscriberQueues
{
    public static readonly ParameterSpec MaxAttempts = ParameterSpec.Whole("max_attempts", 5, 1, 1000, "How often a message is delivered before it goes to the dead letters.");

    public static readonly ParameterSpec BatchSize = ParameterSpec.Whole("batch_size", 10, 1, 10, "How many messages a handler's unit receives at once at most.");

    public static readonly ParameterSpec Retention = ParameterSpec.Whole("retention_days", 4, 1, 14, "How many days an undelivered message is kept.");

    public static readonly ParameterSpec DeadLetterRetention = ParameterSpec.Whole("dead_letter_retention_days", 14, 1, 14, "How many days a dead letter is kept.");

    public static readonly ParameterSpec Claims = ParameterSpec.Truth(
        "claims", false, "Whether payloads that are too large for a message go by a bucket, up to 16 MiB; `traffic.payload` chooses it.");

    /// <summary>The largest of these: the runtime's own limit (<c>TopicLimits.MaxClaimedMessageBytes</c>).</summary>
    public static readonly DataSize MostClaimed = DataSize.OfMiB(16);

    private const decimal DaysPerMonth = 30;

    // Every one of the services bills 64 KiB of a message as one.
    private const long Chunk = 64 * 1024;

    /// <summary>The parameters as they are, and with payloads by a bucket where a message is too large for the service.</summary>
    public static IEnumerable<ParameterSet> Ways(VariantContext context, ParameterSet parameters, DataSize most) =>
        context.Demand.Payload > most && parameters.With(Claims.Name, true) is var claimed && claimed.Truth(Claims.Name) != parameters.Truth(Claims.Name)
            ? [parameters, claimed]
            : [parameters];

    /// <summary>A message is published once, then written to, received from and deleted from each subscriber's queue.</summary>
    public static CostSheet Cost(VariantContext context, ParameterSet parameters, string published, DataSize most)
    {
        var queues = context.Graph.From(context.Node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Count();
        var isClaimed = IsClaimed(context, parameters, most);

        // What is too large is refused or goes by the bucket: the message says where it is, by the application's code or the runtime.
        var billed = context.Demand.Average.PerMonth * (context.Demand.Payload > most ? 1 : Math.Max(1, (context.Demand.Payload.Bytes + Chunk - 1) / Chunk));
        var cost = new CostSheet(context.Facts)
            .Use($"messages of {context.Demand.Payload}", billed, published)
            .Use($"sent, received and deleted in {queues} queues", billed * queues * 3, "sqs.request")
            .Standing("asking empty queues", queues * context.Facts["polls.per_queue"] * Rate.SecondsPerMonth, "sqs.request");
        if (isClaimed)
        {
            var days = parameters.Whole(Retention.Name) + parameters.Whole(DeadLetterRetention.Name) + 1;
            cost.Use("payloads written to the bucket", context.Demand.Average.PerMonth, "s3.write")
                .Use($"payloads read by {queues} queues' units", context.Demand.Average.PerMonth * queues, "s3.read")
                .Use($"payloads kept for {days} days", context.Demand.Average.PerMonth * context.Demand.Payload.GiB * days / DaysPerMonth, "s3.storage");
        }

        return cost;
    }

    public static Traits Traits(VariantContext context, ParameterSet parameters, string latency, string promise, DataSize most) => new(
        IsClaimed(context, parameters, most) ? LatencyFigures.Of(context.Facts, latency) + LatencyFigures.Of(context.Facts, "s3") : LatencyFigures.Of(context.Facts, latency),
        context.Facts.Percent(promise),
        ScalesToZero: true,
        MaxPayload: parameters.Truth(Claims.Name) ? MostClaimed : most,
        DataLoss: Duration.Zero,
        Recovery: Duration.Zero);

    private static bool IsClaimed(VariantContext context, ParameterSet parameters, DataSize most) => parameters.Truth(Claims.Name) && context.Demand.Payload > most;
}
