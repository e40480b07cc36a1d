using Klotho.Planning.Facts;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Catalogue;

/// <summary>How long something takes, for half, 95 and 99 of a hundred requests.</summary>
public readonly record struct LatencyFigures(Duration P50, Duration P95, Duration P99)
{
    /// <summary>Percentiles don't add up exactly; their sum is an upper bound where the parts don't depend on each other.</summary>
    public static LatencyFigures operator +(LatencyFigures left, LatencyFigures right) =>
        new(left.P50 + right.P50, left.P95 + right.P95, left.P99 + right.P99);

    /// <summary>The three facts <c>latency.NAME.p50</c> to <c>latency.NAME.p99</c>.</summary>
    public static LatencyFigures Of(RegionFacts facts, string name) =>
        new(facts.Time($"latency.{name}.p50"), facts.Time($"latency.{name}.p95"), facts.Time($"latency.{name}.p99"));
}
