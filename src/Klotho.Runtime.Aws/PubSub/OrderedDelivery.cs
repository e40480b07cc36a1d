using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// A message of an ordered queue with one of the unit's handlers. A retry is this process's own: the message stays received, at the head of its
/// group. Attempts of a process that died count as one, which is how often SQS delivered the message.
/// </summary>
internal sealed class OrderedDelivery(OrderedQueue queue, OrderedReceipt receipt, MessageHead head, Func<ReadOnlyMemory<byte>> payload, string handler, int failed) : ITopicDelivery
{
    private int _taken;

    public string MessageId => head.Id;

    public int Attempt => head.Failed + receipt.Message.ReceiveCount + failed;

    public string? Schema => head.Schema;

    public TraceContext? Trace => head.Trace;

    /// <summary>What was published.</summary>
    /// <exception cref="FormatException">The message is not in the queue's form.</exception>
    /// <exception cref="IOException">It is in a bucket, from which it could not be read.</exception>
    public ReadOnlyMemory<byte> Payload => payload();

    /// <summary>Whether it is a retry, which the queue holds only so many of.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Takes it for whoever asks; false if it went back to the queue meanwhile.</summary>
    public bool TryTake()
    {
        if (Interlocked.Exchange(ref _taken, 1) != 0)
        {
            return false;
        }

        queue.Took(this);
        return !receipt.IsLost;
    }

    public ValueTask RenewAsync()
    {
        receipt.RequireRenewed();
        return ValueTask.CompletedTask;
    }

    public ValueTask CompleteAsync() => EndAsync();

    public async ValueTask RetryAsync(TimeSpan delay, bool countAttempt)
    {
        if (!queue.TryHold(handler, new(queue, receipt, head, payload, handler, failed + (countAttempt ? 1 : 0)) { IsHeld = true }, delay))
        {
            await receipt.GiveBackAsync(delay < SqsLimits.LongestInvisibility ? delay : SqsLimits.LongestInvisibility);
        }
    }

    public async ValueTask DeadLetterAsync(string reason)
    {
        var isKept = false;
        try
        {
            await queue.Dead.AddAsync(receipt.Message, head with { Handler = handler, Failed = Attempt, Reason = reason });
            isKept = true;
        }
        finally
        {
            DropUnless(isKept);
        }

        await EndAsync();
    }

    /// <summary>Gives it back to the queue, if nobody has taken it.</summary>
    public async ValueTask GiveBackAsync()
    {
        if (Interlocked.Exchange(ref _taken, 1) == 0)
        {
            await receipt.GiveBackAsync(TimeSpan.Zero);
        }
    }

    private async ValueTask EndAsync()
    {
        var isEnded = false;
        try
        {
            await receipt.EndAsync();
            isEnded = true;
        }
        finally
        {
            DropUnless(isEnded);
        }
    }

    // What could not be ended comes again when its lease ends, and must not be kept from that.
    private void DropUnless(bool isEnded)
    {
        if (!isEnded)
        {
            receipt.Drop();
        }
    }
}
