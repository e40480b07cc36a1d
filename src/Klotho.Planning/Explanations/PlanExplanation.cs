using Klotho.Analysis.Collections;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Explanations;

/// <summary>A whole plan: each node in a line, what is shared, the sum, and what the figures rest on.</summary>
internal static class PlanExplanation
{
    public static ExplanationDocument Of(Plan plan) => new("plan", $"{plan.Graph.App}: {CostText.Of(plan.Cost)}", Sections(plan).Where(section => section.Facts.Count > 0).ToEquatableArray());

    private static IEnumerable<ExplanationSection> Sections(Plan plan) =>
    [
        new("hosted", "Hosted", plan.Decisions.Items.Select(decision => new ExplanationFact(
            $"{decision.Node}", $"{decision.Type}: {decision.Reason}", CostText.Of(decision.Cost), FactPlaces.Of(decision))).ToEquatableArray()),
        new("shared", "Shared", plan.Shared.Items.Select(shared => new ExplanationFact(
            $"{shared.Facility.Id}", $"{shared.Facility.Title}, for {string.Join(", ", shared.NeededBy)}", CostText.Of(shared.Facility.Cost), FactPlaces.None)).ToEquatableArray()),
        new("assumptions", "Assumptions", plan.Assumptions.Items.Select(assumption => new ExplanationFact("", assumption, "", FactPlaces.None)).ToEquatableArray()),
    ];
}
