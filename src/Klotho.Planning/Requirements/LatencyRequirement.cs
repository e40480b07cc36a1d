using Klotho.Planning.Catalogue;
using Klotho.Planning.Keys;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Requirements;

/// <summary>
/// How long answering may take for a part of all requests. It adds up along the path of a request, so no node can
/// satisfy it alone.
/// </summary>
public sealed record LatencyRequirement(RequirementLine Line, Percentile Percentile, Duration Most) : Requirement(Line)
{
    public static readonly RequirementKind Kind = new(
        "latency",
        "How long answering a request may take; a value without a percentile is the 99th.",
        new([Leaf("p50", Percentile.P50, "Half of all requests"), Leaf("p95", Percentile.P95, "95 of 100 requests"), Leaf("p99", Percentile.P99, "99 of 100 requests")]))
    {
        Shorthand = "p99",
    };

    /// <summary>A start from nothing is what makes slow requests slow.</summary>
    public override Wish Ask(Wish wish) => wish with { NoColdStart = true };

    private static RequirementLeaf Leaf(string key, Percentile percentile, string subject) => new(
        key,
        Aspects.Serves,
        new QuantityKey($"{subject} take this long at most.", Duration.Format, "300ms"),
        line => new LatencyRequirement(line, percentile, Duration.Parse(line.Text)));
}
