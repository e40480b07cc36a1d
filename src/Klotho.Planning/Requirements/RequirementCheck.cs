using Klotho.Analysis.Diagnostics;

namespace Klotho.Planning.Requirements;

/// <summary>Requirements on the same thing of which one makes the other pointless: surely one of them is a slip.</summary>
public static class RequirementCheck
{
    /// <summary>The first may not be above the second.</summary>
    private static readonly (string Lower, string Upper)[] Ordered =
    [
        ("latency.p50", "latency.p95"),
        ("latency.p50", "latency.p99"),
        ("latency.p95", "latency.p99"),
        ("traffic.average", "traffic.peak"),
    ];

    public static IEnumerable<KlothoDiagnostic> Run(IEnumerable<Requirement> requirements) => requirements
        .GroupBy(requirement => requirement.Scope)
        .SelectMany(scope =>
        {
            var byName = scope.ToDictionary(requirement => requirement.Name, StringComparer.Ordinal);
            return Ordered.SelectMany(pair =>
                byName.TryGetValue(pair.Lower, out var lower) && byName.TryGetValue(pair.Upper, out var upper) && Amount(lower) > Amount(upper)
                    ? new[] { RequirementRules.OutOfOrder.At([lower.Location, upper.Location], lower.Path, lower.Value, upper.Path, upper.Value) }
                    : []);
        });

    private static decimal Amount(Requirement requirement) => requirement switch
    {
        LatencyRequirement latency => latency.Most.Microseconds,
        AverageTrafficRequirement average => average.Average.PerSecond,
        PeakTrafficRequirement peak => peak.Peak.PerSecond,
        _ => 0,
    };
}
