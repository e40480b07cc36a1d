using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// A message with one of the unit's handlers. An attempt that counts is SQS's own count of receipts; one that does not count, and
/// one of which other handlers have a part, goes on as a copy. A copy is made before the message is deleted, so that
/// dying in between makes a duplicate and loses nothing.
/// </summary>
internal sealed class SqsDelivery(SharedReceipt receipt, string handler, DeadLetterQueue dead) : ITopicDelivery
{
    public string MessageId => receipt.Head.Id;

    public int Attempt => receipt.Attempt;

    public string? Schema => receipt.Head.Schema;

    public TraceContext? Trace => receipt.Head.Trace;

    public ReadOnlyMemory<byte> Payload => receipt.Payload;

    public async ValueTask RenewAsync()
    {
        try
        {
            await receipt.RenewAsync();
        }
        catch (Exception failure) when (AwsFailure.Is(failure))
        {
            throw new IOException($"The lease of message {MessageId} could not be renewed.", failure);
        }
    }

    public ValueTask CompleteAsync() => receipt.EndAsync();

    public async ValueTask RetryAsync(TimeSpan delay, bool countAttempt)
    {
        if (countAttempt && receipt.IsSingle)
        {
            await receipt.ShowAfterAsync(delay < SqsLimits.LongestInvisibility ? delay : SqsLimits.LongestInvisibility);
            return;
        }

        await receipt.CopyAsync(handler, countAttempt ? Attempt : Attempt - 1, delay < SqsLimits.LongestDelay ? delay : SqsLimits.LongestDelay);
        await receipt.EndAsync();
    }

    public async ValueTask DeadLetterAsync(string reason)
    {
        await dead.AddAsync(receipt.Message, receipt.Head with { Handler = handler, Failed = Attempt, Reason = reason });
        await receipt.EndAsync();
    }
}
