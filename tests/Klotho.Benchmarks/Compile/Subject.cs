namespace Klotho.Benchmarks.Compile;

/// <summary>Something to run once per round.</summary>
internal sealed record Subject(string Name, Func<Task<TimeSpan>> RunAsync);
