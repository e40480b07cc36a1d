using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;
using Klotho.Planning.Configuration;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Decisions;

/// <summary>Turns what was taken into the plan that the rest of the compiler works with.</summary>
internal static class PlanBuilder
{
    public static Plan Build(TakenPlan taken, KlothoConfiguration configuration)
    {
        var decisions = SideBySide.Of(taken.Model.Choices.Count, choice => DecisionBuilder.Build(taken, choice)).ToEquatableArray();
        var isPortable = Enumerable.Range(0, taken.Model.Choices.Count).All(choice => taken.Option(choice).Variant.Traits.Portability == Portability.Kubernetes);
        var cluster = ClusterKey.Settle(configuration, isPortable);
        return new(taken.Model.Ground.Graph, configuration.Provider, decisions)
        {
            Shared = taken.Facilities.Select(facility => new SharedFacility(facility, taken.UsersOf(facility.Id).ToEquatableArray())).ToEquatableArray(),
            Cost = Sum(decisions.Items.Select(decision => decision.Cost).Concat(taken.Facilities.Select(facility => facility.Cost))),
            Assumptions = Assumptions(taken, configuration, cluster).ToEquatableArray(),
            Region = RegionChoice.Asked(configuration),
            Imports = configuration.Imports,
            Goals = Goals(configuration),
            Cluster = cluster,
            Monitoring = MonitoringKey.Read(configuration, Money.OfUsd(taken.Model.Ground.Facts["alarm"])),
        };
    }

    private static PlanGoals Goals(KlothoConfiguration configuration) => new(
        configuration.Requirements.Items.OfType<MonthlyCostRequirement>().FirstOrDefault(requirement => requirement.Scope is null)?.Most,
        configuration.Requirements.Items.OfType<LatencyRequirement>()
            .Select(requirement => new LatencyGoal(requirement.Scope, (int)requirement.Percentile, requirement.Most))
            .ToEquatableArray());

    private static CostEstimate Sum(IEnumerable<CostEstimate> costs) => costs.Aggregate(CostEstimate.Nothing, (sum, cost) =>
        new(sum.Low + cost.Low, sum.Expected + cost.Expected, sum.High + cost.High, EquatableArray<CostLine>.Empty));

    private static IEnumerable<string> Assumptions(TakenPlan taken, KlothoConfiguration configuration, ClusterSettings cluster)
    {
        var model = taken.Model;
        var (asked, priced) = (RegionChoice.Asked(configuration), model.Ground.Facts.Region);
        yield return $"Prices, latencies and promises are those of {priced}{(asked is { } other && other != priced ? $", which stands in for {other}" : "")}, without free tiers, discounts and taxes; a month has 730 hours.";
        if (!model.Builder.Demands.IsStated)
        {
            yield return $"Nothing says how much the application is used: {Demand.Assumed.Average} on average and {Demand.Assumed.Peak} at the peak are assumed (`requirements.traffic`).";
        }

        if (cluster.Exists && taken.Facilities.Any(facility => facility.Id == FacilityCatalogue.Cluster))
        {
            yield return "The cluster exists already and is counted like one on EKS; `kubernetes.cluster: existing` counts it as paid for.";
        }

        yield return $"A type must save {PlanWeights.NearTie} for each place that it stands behind in the catalogue; where the lock file holds another, {PlanWeights.Switching} by itself.";
    }
}
