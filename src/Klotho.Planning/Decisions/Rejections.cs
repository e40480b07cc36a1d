using Klotho.Analysis.Collections;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Choices;
using Klotho.Planning.Keys;
using Klotho.Planning.Plans;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Decisions;

/// <summary>Says of each type that was not chosen which number or line rejected it.</summary>
internal static class Rejections
{
    public static RejectedAlternative Of(Candidate candidate, Alternatives alternatives)
    {
        if (alternatives.Best(candidate) is not { } best)
        {
            return alternatives.Choice.Directives.Excludes(candidate) is { } setting
                ? new(candidate.Type, $"{setting.Origin} asks for {Asked(setting)}") { Kind = RejectionKind.Directive, Locations = new([setting.Location]) }
                : new(candidate.Type, "nothing of it fits what klotho.yaml fixes") { Kind = RejectionKind.Directive };
        }

        // The lock comes last: what would have been rejected without it is told as it was when there was none yet.
        return best.Option.Against is { } line and not PlanLine.Locked ? Against(candidate, line) with { Difference = best.Change.Cost }
            : best.Option.Variant.Refusal is { } refusal ? new(candidate.Type, refusal) { Kind = RejectionKind.Code, Difference = best.Change.Cost }
            : best.Option.Shortfalls.Count > 0 ? Missed(candidate, best.Option.Shortfalls.Items.Select(shortfall => (shortfall.Requirement, shortfall.Gives))) with { Difference = best.Change.Cost }
            : best.Change.Forbidden.Count > 0 ? new(candidate.Type, best.Change.Forbidden[0].Need.Reason) { Kind = RejectionKind.Neighbour, Difference = best.Change.Cost }
            : best.Change.Slow.Count > 0 ? Missed(candidate, best.Change.Slow.Select(slow => ((Requirement)slow.Requirement, $"{slow.Gives}"))) with { Difference = best.Change.Cost }
            : !best.Option.Emitted ? new(candidate.Type, $"this version cannot emit it ({Compared(best.Change.Cost)})") { Kind = RejectionKind.NotEmitted, Difference = best.Change.Cost }
            : best.Option.Variant.Reservation is { } reservation && best.Change.Cost.Micro < 0 && best.Taken.Variant.Reservation is null
                ? new(candidate.Type, $"{reservation} ({Compared(best.Change.Cost)})") { Kind = RejectionKind.Reserved, Difference = best.Change.Cost }
            : best.Option.Against is PlanLine.Locked locked && best.IsBetterWithoutLock ? Against(candidate, locked) with { Difference = best.Change.Cost }
            : new(candidate.Type, Dearer(candidate, best)) { Kind = RejectionKind.Cost, Difference = best.Change.Cost };
    }

    private static RejectedAlternative Against(Candidate candidate, PlanLine line) => line switch
    {
        PlanLine.Directed { Setting: var setting } => new(candidate.Type, $"{setting.Origin} asks for {Asked(setting)}")
        {
            Kind = RejectionKind.Directive,
            Locations = new([line.Location]),
        },
        PlanLine.Locked { Node: var node } => new(candidate.Type, $"klotho.lock.json holds {node.Type}, where the data is") { Kind = RejectionKind.Lock },
        _ => new(candidate.Type, line.Text) { Kind = RejectionKind.Requirement, Locations = new([line.Location]) },
    };

    private static RejectedAlternative Missed(Candidate candidate, IEnumerable<(Requirement Requirement, string Gives)> missed)
    {
        var all = missed.DistinctBy(one => one.Requirement.Path).ToList();
        return new(candidate.Type, string.Join("; ", all.Select(one => $"`{one.Requirement.Name}` would be {one.Gives}, {one.Requirement.Origin} asks for {one.Requirement.Value}")))
        {
            Kind = RejectionKind.Requirement,
            Locations = all.Select(one => one.Requirement.Location).ToEquatableArray(),
        };
    }

    private static string Dearer(Candidate candidate, WeighedOption best) =>
        best.Change.Cost.Micro > 0 ? best.Option.Premium > best.Taken.Premium ? $"{best.Change.Cost} more; {candidate.Drawback}" : $"{best.Change.Cost} more"
        : best.IsBetterWithoutLock ? $"{Compared(best.Change.Cost)}; klotho.lock.json holds {best.Taken.Candidate.Type}, which changes for {PlanWeights.Switching} that it saves by itself"
        : $"{Compared(best.Change.Cost)}, less than the {best.PremiumWithoutLock} that outweigh a simpler type";

    private static string Compared(Money difference) =>
        difference.Micro > 0 ? $"{difference} more" : difference.Micro < 0 ? $"saves {Money.Zero - difference}" : "costs the same";

    private static string Asked(Setting setting) => setting.Name == "type" ? $"{setting.Value}" : $"`{setting.Name}` {setting.Value}, which it does not take";
}
