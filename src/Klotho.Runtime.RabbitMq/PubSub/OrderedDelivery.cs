using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>
/// A message of an ordered queue with one of the unit's handlers. A retry is this process's own: the message stays where it is, ahead of those of its key,
/// and no copy loses its place.
/// </summary>
internal sealed class OrderedDelivery(OrderedConsumption consumption, OrderedMessage message, string handler, int failed) : ITopicDelivery
{
    public OrderedMessage Message => message;

    public string Handler => handler;

    public string MessageId => message.Head.Id;

    public int Attempt => message.Head.Failed + message.Deaths + failed + 1;

    public string? Schema => message.Head.Schema;

    public TraceContext? Trace => message.Head.Trace;

    public ReadOnlyMemory<byte> Payload => message.Payload;

    // The broker keeps a message for its channel for as long as that is open.
    public ValueTask RenewAsync() => ValueTask.CompletedTask;

    public ValueTask CompleteAsync() => consumption.EndAsync(message);

    public ValueTask RetryAsync(TimeSpan delay, bool countAttempt)
    {
        consumption.HandAgain(new(consumption, message, handler, failed + (countAttempt ? 1 : 0)), delay);
        return ValueTask.CompletedTask;
    }

    public ValueTask DeadLetterAsync(string reason) => consumption.BuryAsync(this, reason);
}
