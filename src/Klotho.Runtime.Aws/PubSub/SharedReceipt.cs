namespace Klotho.Aws;

/// <summary>A received message that several handlers end, each for itself; the last one deletes it.</summary>
internal sealed class SharedReceipt(SubscriptionQueue queue, SqsMessage message, MessageHead head, Func<ReadOnlyMemory<byte>> payload, int handlers)
{
    private int _open = handlers;

    public SqsMessage Message { get; } = message;

    /// <summary>What was published.</summary>
    /// <exception cref="FormatException">The message is not in the queue's form.</exception>
    /// <exception cref="IOException">It is in a bucket, from which it could not be read.</exception>
    public ReadOnlyMemory<byte> Payload => payload();

    public MessageHead Head { get; } = head;

    /// <summary>1 for the first delivery.</summary>
    public int Attempt { get; } = head.Failed + message.ReceiveCount;

    /// <summary>Whether no other handler has a part in it.</summary>
    public bool IsSingle { get; } = handlers == 1;

    public ValueTask RenewAsync() => queue.RenewAsync(Message);

    /// <summary>Lets the message come again, as it is.</summary>
    public ValueTask ShowAfterAsync(TimeSpan delay) => queue.ShowAfterAsync(Message, delay);

    /// <summary>Puts a copy for one handler into the queue.</summary>
    public ValueTask CopyAsync(string handler, int failed, TimeSpan delay) =>
        queue.CopyAsync(Message, Head with { Handler = handler, Failed = failed }, delay);

    /// <summary>One handler is done with the message.</summary>
    public async ValueTask EndAsync()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            await queue.DeleteAsync(Message);
        }
    }
}
