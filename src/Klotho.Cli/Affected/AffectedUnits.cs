using Klotho.Analysis.Graph;

namespace Klotho.Cli.Affected;

/// <summary>The units, sorted, that something changed for since a commit, each with what did.</summary>
internal sealed record AffectedUnits(string Base, IReadOnlyList<(NodeId Unit, IReadOnlyList<Reason> Reasons)> Units, int Unaffected)
{
    public static AffectedUnits Of(string since, IReadOnlyCollection<NodeId> all, IReadOnlyCollection<Reason> reasons)
    {
        var affected = all.Order()
            .Select(unit => (Unit: unit, Reasons: (IReadOnlyList<Reason>)[.. reasons.Where(reason => reason.Units is not { } units || units.Items.Contains(unit))]))
            .Where(unit => unit.Reasons.Count > 0)
            .ToList();
        return new(since, affected, all.Count - affected.Count);
    }
}
