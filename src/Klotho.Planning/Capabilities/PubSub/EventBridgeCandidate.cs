using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>A bus with a rule and a queue per subscriber.</summary>
public sealed class EventBridgeCandidate : Candidate
{

    // Each 64 KiB of a message are billed as one.
    private const long Chunk = 64 * 1024;

    public override CandidateType Type => new("eventbridge");

    public override string Title => "Amazon EventBridge bus with a queue per subscriber";

    public override string DefaultReason => "an archive, and rules that pick by content";

    public override string Drawback => "twice the price of a topic for each message";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("max_attempts", 5, 1, 1000, "How often a message is delivered before it goes to the dead letters."),
        ParameterSpec.Whole("batch_size", 10, 1, 10, "How many messages a handler's unit receives at once at most."),
        ParameterSpec.Whole("archive_days", 0, 0, 3650, "How many days messages are kept to be sent again; 0 keeps none."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new(edge.Kind == EdgeKind.Delivers ? "sqs" : "events");

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var messages = context.Demand.Average.PerMonth;
        var queues = context.Graph.From(context.Node.Id).Where(edge => edge.Kind == EdgeKind.Delivers).Select(edge => edge.To).Distinct().Count();
        var chunks = Math.Max(1, (context.Demand.Payload.Bytes + Chunk - 1) / Chunk);
        var cost = new CostSheet(facts)
            .Use($"messages of {context.Demand.Payload}", messages * chunks, "eventbridge.event")
            .Use($"sent, received and deleted in {queues} queues", messages * chunks * queues * 3, "sqs.request")
            .Standing("asking empty queues", queues * facts["polls.per_queue"] * Rate.SecondsPerMonth, "sqs.request");
        return WithPrivateWay(Hosting(ParameterSet.Of(this, context), new(
            LatencyFigures.Of(facts, "bus"),
            facts.Percent("sla.eventbridge"),
            ScalesToZero: true,
            MaxPayload: DataSize.OfKiB(Limit("message")),
            DataLoss: Duration.Zero,
            Recovery: Duration.Zero), cost), context);
    }
}
