namespace Klotho.Benchmarks.Runtime;

/// <summary>An operation by the runtime, and what the technology's own client does to the same end.</summary>
/// <param name="Name">The operation and the technology.</param>
/// <param name="Raw">What the client is asked to do, in words.</param>
/// <param name="RunRaw">Does it by the client; the number is different each time.</param>
/// <param name="RunOurs">Does it by the runtime.</param>
internal sealed record OperationPair(string Name, string Raw, Func<int, Task> RunRaw, Func<int, Task> RunOurs)
{
    /// <summary>Of how many operations that others are measured by this one does one: it takes so much longer.</summary>
    public int OneOf { get; init; } = 1;

    /// <summary>What is done ahead of each by the client, and does not count; null for nothing.</summary>
    public Func<int, Task>? BeforeRaw { get; init; }

    /// <summary>What is done ahead of each by the runtime, and does not count; null for nothing.</summary>
    public Func<int, Task>? BeforeOurs { get; init; }
}
