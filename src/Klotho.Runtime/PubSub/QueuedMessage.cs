namespace Klotho.Drivers;

/// <summary>A message in a queue in memory. <paramref name="Failed"/> counts the attempts that failed.</summary>
internal sealed record QueuedMessage(string Id, int Failed, string? Schema, TraceContext? Trace, ReadOnlyMemory<byte> Payload)
{
    /// <summary>What its topic is ordered by; null where there is no order.</summary>
    public string? Key { get; init; }
}
