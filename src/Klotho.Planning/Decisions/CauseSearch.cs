using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Decisions;

/// <summary>
/// Finds what led to one decision. A requirement, a neighbour or the lock is a cause where it stands against something that
/// the planner would have taken otherwise; the rest of what is asked was satisfied anyway.
/// </summary>
internal sealed class CauseSearch(Alternatives alternatives, PlanModel model)
{
    /// <summary>Why this type: empty where it would have been taken with nothing said at all.</summary>
    public IReadOnlyList<Cause> OfType { get; } = [.. Directive(alternatives).Concat(Hindrances(alternatives, model, ofSameType: false)).Concat(Held(alternatives)).Distinct()];

    /// <summary>Why this size of the type.</summary>
    public IReadOnlyList<Cause> OfSize { get; } = [.. Hindrances(alternatives, model, ofSameType: true).Distinct()];

    /// <summary>The line because of which the chosen type has that parameter: one that stands against another size, or that asks for this one.</summary>
    public Origin OriginOf(VariantParameter parameter) =>
        (WishSearch.For(alternatives, parameter, model)?.Location ?? OfSize.Concat(OfType).FirstOrDefault(cause => cause.Kind == CauseKind.Requirement)?.Location) is { } location
            ? new Origin.Written(location)
            : new Origin.Planned();

    /// <summary>All of them, with what decided where no line did, and the code that asks for the node at all.</summary>
    public EquatableArray<Cause> All => new(
    [
        .. OfType,
        .. OfType.Count == 0 ? [Unasked] : Array.Empty<Cause>(),
        .. OfSize.Except(OfType),
        .. alternatives.Choice.Node.Locations.Items.Take(1).Select(location => new Cause(CauseKind.Code, $"the code asks for {alternatives.Choice.Id}", location)),
    ]);

    /// <summary>What decided where no line did: the price, or the catalogue's order.</summary>
    private Cause Unasked
    {
        get
        {
            var capability = alternatives.Choice.Capability;
            if (alternatives.Taken.Candidate == capability.Default)
            {
                return new(CauseKind.Default, $"default for {capability.Noun}: {capability.Default.DefaultReason}", null);
            }

            var instead = alternatives.Best(capability.Default);
            return new(CauseKind.Cost, instead is null ? "it costs least" : $"{instead.Change.Cost} less than {capability.Default.Type}", null);
        }
    }

    private static IEnumerable<Cause> Directive(Alternatives alternatives)
    {
        var said = alternatives.Choice.Directives;
        return said.OwnType is { } own ? [new(CauseKind.Directive, "asks for it", own.Location)]
            : said.DefaultType is { } general ? [new(CauseKind.Directive, $"asks for it for all {alternatives.Choice.Capability.Noun}", general.Location)]
            : [];
    }

    /// <summary>The lock, where only the price of a change keeps the type.</summary>
    private static IEnumerable<Cause> Held(Alternatives alternatives) =>
        alternatives.Choice.Locked is { } held && held.Type == alternatives.Taken.Candidate.Type &&
        alternatives.Weighed.FirstOrDefault(option => option.IsPossible && !option.IsOfSameType && option.Option.Emitted == option.Taken.Emitted && option.IsBetterWithoutLock) is { } cheaper
            ? [new(CauseKind.Lock, $"klotho.lock.json holds it; {cheaper.Option.Candidate.Type} would save {Money.Zero - cheaper.Change.Cost}", null)]
            : [];

    private static IEnumerable<Cause> Hindrances(Alternatives alternatives, PlanModel model, bool ofSameType) => alternatives.Better(ofSameType)
        .Where(better => (better.Option.Against as PlanLine.Directed)?.Setting is not { } against || against != alternatives.Choice.Directives.Type)
        .SelectMany(better => Hindrances(better, model))
        .OrderBy(cause => cause.Kind)
        .ThenBy(cause => cause.Location)
        .ThenBy(cause => cause.Statement, StringComparer.Ordinal);

    private static IEnumerable<Cause> Hindrances(WeighedOption better, PlanModel model)
    {
        if (better.Option.Against is PlanLine.Directed { Setting: var setting })
        {
            return [new(CauseKind.Directive, $"asks for `{setting.Name}`, which {better.Option.Candidate.Type} does not take", setting.Location)];
        }

        IEnumerable<Cause> causes =
        [
            .. better.Option.Variant.Refusal is { } refusal ? [new Cause(CauseKind.Code, refusal, null)] : Array.Empty<Cause>(),
            .. better.Option.Shortfalls.Items.Select(shortfall => Asks(shortfall.Requirement)),
            .. better.Change.Slow.Select(slow => Asks(slow.Requirement)),
            .. better.Change.Forbidden.Select(neighbour => new Cause(CauseKind.Neighbour, neighbour.Need.Reason, null)),
        ];
        if (!causes.Any() && better.Option.Against is PlanLine.Locked pin)
        {
            return [new(CauseKind.Lock, $"klotho.lock.json holds {pin.Node.Type}, where the data is", null)];
        }

        // What only the price of a change rejects, the lock explains.
        return causes.Any() || !better.IsBetter || model.Budget is not { } budget ? causes : [Asks(budget)];
    }

    private static Cause Asks(Requirement requirement) =>
        new(CauseKind.Requirement, $"asks for `{requirement.Name}` {requirement.Value}", requirement.Location);
}
