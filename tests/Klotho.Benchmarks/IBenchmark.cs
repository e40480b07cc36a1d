namespace Klotho.Benchmarks;

/// <summary>Something measured, against something known, in one run.</summary>
internal interface IBenchmark
{
    /// <summary>How it is asked for, and its marker in docs/performance.md.</summary>
    string Name { get; }

    /// <summary>Measures and returns Markdown.</summary>
    Task<string> RunAsync();
}
