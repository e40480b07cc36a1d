using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Cli.Affected;

/// <summary>Something that changed, and whom that concerns.</summary>
/// <param name="Kind">What of a unit it is.</param>
/// <param name="What">The file as people see it, or the change of the plan.</param>
/// <param name="Units">The units; null where it cannot be told, so that all are.</param>
/// <param name="Why">Why it cannot be told; empty where it can.</param>
internal sealed record Reason(ReasonKind Kind, string What, EquatableArray<NodeId>? Units, string Why)
{
    public static Reason Of(ReasonKind kind, string what, IEnumerable<NodeId> units) => new(kind, what, units.Distinct().Order().ToEquatableArray(), "");

    public static Reason OfAll(ReasonKind kind, string what, string why) => new(kind, what, null, why);
}
