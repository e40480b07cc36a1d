namespace Klotho.Drivers;

/// <summary>A message in a queue in memory. <paramref name="Failed"/> counts the attempts that failed.</summary>
internal sealed record QueuedMessage(string Id, int Failed, string? Schema, TraceContext? Trace, ReadOnlyMemory<byte> Payload);
