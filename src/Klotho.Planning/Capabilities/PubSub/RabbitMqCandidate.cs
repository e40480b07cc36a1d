using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.PubSub;

/// <summary>An exchange with a quorum queue per subscriber in the cluster's broker.</summary>
public sealed class RabbitMqCandidate : ClusterCandidate
{
    public override CandidateType Type => new("rabbitmq");

    public override string Title => "RabbitMQ exchange with a queue per subscriber";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Whole("max_attempts", 5, 1, 1000, "How often a message is delivered before it goes to the dead letters."),
    ]);

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var cost = new CostSheet(context.Facts);
        yield return InsideCluster(
            context,
            ParameterSet.Of(this, context),
            InCluster.Served(context, "broker", Duration.Zero, maxPayload: DataSize.OfMiB(Limit("message"))),
            cost,
            InCluster.Facilities(context, FacilityCatalogue.ClusterBroker));
    }
}
