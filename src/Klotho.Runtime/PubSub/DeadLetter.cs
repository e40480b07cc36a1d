using System.Globalization;

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

    /// <summary>The reason of a message that came once more than it is tried, because no process lived to say how it ended.</summary>
    public static string ReasonAfter(int attempts) => string.Create(CultureInfo.InvariantCulture, $"The process ended while it handled the message, {attempts} times.");

    /// <summary>The reason that a failure is: its type and what it says, without what is <see cref="SensitiveAttribute"/>.</summary>
    public static string ReasonOf(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return $"{RedactedException.TypeOf(failure)}: {failure.Message}";
    }
}
