using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Persist.KeyValue;

/// <summary>A DynamoDB table with on-demand capacity.</summary>
public sealed class DynamoDbCandidate : Candidate
{
    public override CandidateType Type => new("dynamodb");

    public override string Title => "Amazon DynamoDB table";

    public override string DefaultReason => "pay per request, no servers";

    protected override bool TakesOwnKey => true;

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("point_in_time_recovery", true, "Whether the table can be restored to any second of the last 35 days."),
        ParameterSpec.Truth("deletion_protection", true, "Whether deleting the table is refused until this is switched off."),
    ]);

    public override ServiceEndpoint? Service(CapabilityEdge edge) => new("dynamodb");

    /// <summary>A read takes a unit for 4 KiB (all reads are strongly consistent), a write one for 1 KiB.</summary>
    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var demand = context.Demand;
        var parameters = ParameterSet.Of(this, context);
        var recovery = parameters.Truth("point_in_time_recovery");
        var reads = demand.Average.PerMonth * facts["reads.share"] / 100;
        var writes = demand.Average.PerMonth - reads;
        var kib = Math.Max(1, (demand.Payload.Bytes + 1023) / 1024);
        var cost = new CostSheet(facts)
            .Use($"reads of {demand.Payload}", reads * ((kib + 3) / 4), "dynamodb.read")
            .Use($"writes of {demand.Payload}", writes * kib, "dynamodb.write")
            .Use("stored", demand.Stored.GiB, "dynamodb.storage");
        if (recovery)
        {
            cost.Use("point-in-time recovery", demand.Stored.GiB, "dynamodb.recovery");
        }

        return WithPrivateWay(Hosting(parameters, new(
            LatencyFigures.Of(facts, "dynamodb"),
            facts.Percent("sla.dynamodb"),
            ScalesToZero: true,
            MaxPayload: DataSize.OfKiB(Limit("item")),
            DataLoss: recovery ? facts.Time("dynamodb.data_loss") : null,
            Recovery: Duration.Zero), cost), context);
    }
}
