namespace Klotho.Drivers;

/// <summary>What a handler is given of a message, however it came.</summary>
/// <param name="Id">The same for every delivery of the message.</param>
/// <param name="Attempt">1 for the first delivery.</param>
/// <param name="Payload">The message.</param>
public sealed record ReceivedMessage(string Id, int Attempt, ReadOnlyMemory<byte> Payload)
{
    /// <summary>The version of the schema that it was written with (<see cref="PayloadSchema"/>); null where nothing says.</summary>
    public string? Schema { get; init; }

    /// <summary>The trace that it was published in; null where nothing says.</summary>
    public TraceContext? Trace { get; init; }
}
