using Klotho.Planning.Quantities;

namespace Klotho.Planning.Catalogue;

/// <summary>How long something takes, for half, 95 and 99 of a hundred requests.</summary>
public readonly record struct LatencyFigures(Duration P50, Duration P95, Duration P99);
