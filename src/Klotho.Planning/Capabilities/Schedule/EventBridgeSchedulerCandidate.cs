using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Capabilities.Schedule;

/// <summary>A schedule that calls the unit of the annotated method.</summary>
public sealed class EventBridgeSchedulerCandidate : Candidate
{
    public override CandidateType Type => new("eventbridge_scheduler");

    public override string Title => "Amazon EventBridge Scheduler schedule";

    public override string DefaultReason => "cron without a server, with retries";

    public override EquatableArray<ParameterSpec> Parameters { get; } = new(
    [
        ParameterSpec.Truth("enabled", true, "Whether the schedule runs."),
        ParameterSpec.Whole("retry_attempts", 3, 0, 185, "How often a failed start is tried again."),
        ParameterSpec.Whole("maximum_event_age", 3600, 60, 86400, "For how many seconds a failed start is tried again."),
    ]);

    public override IEnumerable<Variant> Variants(VariantContext context)
    {
        var facts = context.Facts;
        var cost = new CostSheet(facts).Use("starts", context.Demand.Average.PerMonth, "scheduler.invocation");
        yield return Hosting(ParameterSet.Of(this, context), new(
            default,
            facts.Percent("sla.eventbridge"),
            ScalesToZero: true,
            Recovery: Duration.Zero), cost);
    }

    public override PairNeed? Need(Neighbour own, Neighbour other) =>
        own.Edge.Kind == EdgeKind.Triggers && other.Profile.Type.Name != "lambda"
            ? PairNeed.Forbidden($"EventBridge Scheduler cannot run a method of `{other.Node.Id.Name}` once on {other.Profile.Type}")
            : null;
}
