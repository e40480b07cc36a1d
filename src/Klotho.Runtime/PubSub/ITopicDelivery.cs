namespace Klotho.Drivers;

/// <summary>A claimed message. Whoever claimed it ends it by one of its methods, or lets the lease lapse.</summary>
public interface ITopicDelivery
{
    /// <summary>The same for every delivery of the message.</summary>
    string MessageId { get; }

    /// <summary>1 for the first delivery.</summary>
    int Attempt { get; }

    /// <summary>The version of the schema that the message was written with (<see cref="PayloadSchema"/>); null where nothing says.</summary>
    string? Schema { get; }

    /// <summary>The trace that the message was published in; null where nothing says.</summary>
    TraceContext? Trace { get; }

    /// <summary>The message.</summary>
    ReadOnlyMemory<byte> Payload { get; }

    /// <summary>Lets the lease end later, counted from now.</summary>
    ValueTask RenewAsync();

    /// <summary>The message is handled: removes it.</summary>
    ValueTask CompleteAsync();

    /// <summary>Delivers the message again after <paramref name="delay"/>, as the next attempt or as the same one.</summary>
    ValueTask RetryAsync(TimeSpan delay, bool countAttempt);

    /// <summary>Moves the message to the dead letters.</summary>
    ValueTask DeadLetterAsync(string reason);
}
