using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Explanations;

/// <summary>One node: the chain from what caused the decision to what would change it.</summary>
internal static class NodeExplanation
{
    public static ExplanationDocument Of(Plan plan, Decision decision, PlanningCatalogue catalogue, IEnumerable<ExplanationFact> changes)
    {
        var title = catalogue.For(decision.Node.Kind)?.Find(decision.Type.Name)?.Title ?? decision.Type.Name;
        ExplanationSection[] sections =
        [
            new("causes", "Because", decision.Causes.Items.Select(cause => new ExplanationFact(Word(cause.Kind), cause.Statement, "", FactPlaces.Of(cause.Location))).ToEquatableArray()),
            new("parameters", "With", decision.Parameters.Items.Select(parameter => new ExplanationFact(
                parameter.Name, $"{parameter.Origin}", $"{parameter.Value}", FactPlaces.Of(parameter.Origin))).ToEquatableArray()),
            new("rejected", "Rejected", decision.Rejected.Items.Select(rejected => new ExplanationFact(
                $"{rejected.Type}", rejected.Reason, rejected.Difference is { } difference ? CostText.Difference(difference) : "", rejected.Locations)).ToEquatableArray()),
            new("cost", "Costs", Cost(plan, decision).ToEquatableArray()),
            new("changes", "Would change with", changes.ToEquatableArray()),
            new("assumptions", "Assumptions", plan.Assumptions.Items.Select(assumption => new ExplanationFact("", assumption, "", FactPlaces.None)).ToEquatableArray()),
        ];
        return new(
            $"{decision.Node}",
            $"{decision.Node} is hosted as {title} (`{decision.Type}`): {decision.Reason}",
            sections.Where(section => section.Facts.Count > 0).ToEquatableArray());
    }

    private static IEnumerable<ExplanationFact> Cost(Plan plan, Decision decision)
    {
        foreach (var line in decision.Cost.Lines)
        {
            yield return new("", line.Assumption, $"{line.Cost}", FactPlaces.None);
        }

        yield return new("its own", $"between {decision.Cost.Low} and {decision.Cost.High}", $"{decision.Cost.Expected}", FactPlaces.None);
        foreach (var shared in plan.Shared.Items.Where(shared => decision.Facilities.Items.Contains(shared.Facility.Id)))
        {
            yield return new("shared", shared.NeededBy.Count == 1 ? $"{shared.Facility.Title}, for it alone" : $"{shared.Facility.Title}, by {shared.NeededBy.Count} nodes", $"{shared.Facility.Cost.Expected}", FactPlaces.None);
        }
    }

    private static string Word(CauseKind kind) => kind.ToString().ToLowerInvariant();
}
