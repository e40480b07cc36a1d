namespace Klotho.Benchmarks.Compile;

/// <summary>What a process took.</summary>
/// <param name="Time">From its start to its end.</param>
/// <param name="Peak">The most memory that it had in use at once, in bytes; as Linux counts it, 0 elsewhere.</param>
internal sealed record ProcessCost(TimeSpan Time, long Peak);
