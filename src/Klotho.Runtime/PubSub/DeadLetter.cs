namespace Klotho.Drivers;

/// <summary>A message that a subscriber could not handle.</summary>
/// <param name="MessageId">The message's id.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Reason">Why the last attempt failed.</param>
/// <param name="At">When it was given up.</param>
/// <param name="Payload">The message.</param>
public sealed record DeadLetter(string MessageId, int Attempts, string Reason, DateTimeOffset At, ReadOnlyMemory<byte> Payload)
{
    /// <summary>What its topic is ordered by; null where there is no order, or nothing says.</summary>
    public string? Key { get; init; }

    /// <summary>The version of the schema that it was written with (<see cref="PayloadSchema"/>); null where nothing says.</summary>
    public string? Schema { get; init; }

    /// <summary>The trace that it was published in; null where nothing says.</summary>
    public TraceContext? Trace { get; init; }
}
