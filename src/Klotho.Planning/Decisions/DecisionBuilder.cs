using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Decisions;

/// <summary>Turns what was taken for a node into a decision: with what caused it, what was rejected, and every parameter's origin.</summary>
internal static class DecisionBuilder
{
    public static Decision Build(TakenPlan plan, int choice)
    {
        var alternatives = new Alternatives(plan, choice);
        var causes = new CauseSearch(alternatives, plan.Model);
        var all = causes.All;
        var (taken, capability) = (alternatives.Taken, alternatives.Choice.Capability);
        return new(
            alternatives.Choice.Id,
            taken.Candidate.Type,
            Parameters(alternatives, plan, causes),
            Reason(causes.OfType, all),
            OriginOf(causes, alternatives),
            capability.Candidates.Items.Where(other => other != taken.Candidate).Select(other => Rejections.Of(other, alternatives)).ToEquatableArray())
        {
            Causes = all,
            Cost = taken.Variant.Cost,
            Facilities = plan.FacilitiesOf(choice).ToEquatableArray(),
        };
    }

    private static string Reason(IReadOnlyList<Cause> ofType, EquatableArray<Cause> all) =>
        string.Join("; ", (ofType.Count == 0 ? all.Items.Take(1) : ofType.Take(2)).Select(Text));

    private static string Text(Cause cause) =>
        cause.Location is { } location && cause.Kind is CauseKind.Requirement or CauseKind.Directive ? $"{cause.Location} {cause.Statement}" : cause.Statement;

    private static Origin OriginOf(CauseSearch causes, Alternatives alternatives) =>
        alternatives.Choice.Directives.Type is { } setting ? setting.Origin
        : causes.OfType.FirstOrDefault() is not { } first ? alternatives.Taken.Candidate == alternatives.Choice.Capability.Default ? new Origin.CatalogueDefault() : new Origin.Planned()
        : first.Kind == CauseKind.Lock ? new Origin.Locked()
        : first.Location is { } location ? new Origin.Written(location)
        : new Origin.Planned();

    /// <summary>Directives first, then what the variant is, then what the code suggests, then the catalogue.</summary>
    private static EquatableArray<Parameter> Parameters(Alternatives alternatives, TakenPlan plan, CauseSearch causes)
    {
        var (choice, taken) = (alternatives.Choice, alternatives.Taken);
        var written = choice.Directives.Fixed(taken.Candidate).Items.ToDictionary(setting => setting.Name, StringComparer.Ordinal);
        var sized = taken.Variant.Parameters.Items.ToDictionary(value => value.Name, StringComparer.Ordinal);
        var inferred = taken.Candidate.Infer(choice.Node, plan.Model.Ground.Graph).ToDictionary(value => value.Name, StringComparer.Ordinal);
        return taken.Candidate.Parameters.Items.Select(spec => Value(spec)).ToEquatableArray();

        Parameter Value(ParameterSpec spec) =>
            written.TryGetValue(spec.Name, out var setting) ? new(spec.Name, setting.Value, setting.Origin)
            : sized.TryGetValue(spec.Name, out var variant) ? new(spec.Name, variant.Value, causes.OriginOf(variant))
            : inferred.TryGetValue(spec.Name, out var value) ? new(spec.Name, value.Value, new Origin.Written(value.Cause))
            : new(spec.Name, spec.Default, new Origin.CatalogueDefault());
    }
}
