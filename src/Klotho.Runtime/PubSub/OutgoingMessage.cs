namespace Klotho.Drivers;

/// <summary>A message on its way to a topic's subscribers.</summary>
/// <param name="Payload">The message.</param>
public sealed record OutgoingMessage(ReadOnlyMemory<byte> Payload)
{
    /// <summary>
    /// The id that each delivery of the message has, where the technology lets a publisher choose it: letters, digits and hyphens, at most 40.
    /// Whoever publishes a message again after a lost answer gives it the same.
    /// </summary>
    public string Id { get; init; } = Guid.NewGuid().ToString("N");

    /// <summary>What tells one order from another, where the topic is ordered (<see cref="OrderedByAttribute"/>): any text but an empty one; null in no order.</summary>
    public string? Key { get; init; }

    /// <summary>
    /// What handlers may tell the topic's messages apart by (<see cref="FilteredByAttribute"/>), null where there is nothing. A technology that sends
    /// nobody what he does not take must be given it, or the message is lost; others need not look at it.
    /// </summary>
    public string? Filter { get; init; }

    /// <summary>The version of the schema that the message is written with (<see cref="PayloadSchema"/>); null if it is not known.</summary>
    public string? Schema { get; init; }

    /// <summary>The trace that it is published in; null if there is none.</summary>
    public TraceContext? Trace { get; init; }
}
