namespace Klotho.Benchmarks.Files;

/// <summary>What was measured, by size.</summary>
internal sealed record Curve(string Name, IReadOnlyList<(double X, double Y)> Points);
