namespace Klotho.Benchmarks.Runtime;

/// <summary>What a technology's own client does to the same end as an operation of the runtime.</summary>
/// <param name="Words">What it is asked to do.</param>
/// <param name="RunAsync">Does it; the number is different each time.</param>
internal sealed record RawOperation(string Words, Func<int, Task> RunAsync);
