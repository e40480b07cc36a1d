namespace Klotho.Aws;

/// <summary>What a queue's messages are about: what they hold, in the queue's form, or what waits in a bucket for them.</summary>
/// <param name="envelope">The form of the messages.</param>
/// <param name="claims">Where payloads are that were too large; null where the binding names no such place.</param>
internal sealed class QueuePayloads(QueueEnvelope envelope, ClaimStore? claims)
{
    /// <summary>What is known of a message of the unit's queue beside its payload.</summary>
    public MessageHead HeadOf(SqsMessage message) => envelope.HeadOf(message).Anew;

    /// <summary>The same of one among the dead letters.</summary>
    public MessageHead DeadHeadOf(SqsMessage message) => envelope.HeadOf(message);

    /// <summary>
    /// Makes a payload ready to be read. What is wrong with it is thrown where it is read, so that it is a failed attempt of this message alone:
    /// <see cref="FormatException"/> where it has not the queue's form, <see cref="IOException"/> where it is not in the bucket.
    /// </summary>
    public async ValueTask<Func<ReadOnlyMemory<byte>>> OpenAsync(SqsMessage message, MessageHead head, CancellationToken cancel)
    {
        if (head.Claim is not { } claim)
        {
            return () => envelope.PayloadOf(message);
        }

        if (claims is null)
        {
            return () => throw new IOException($"The payload of message {head.Id} is in a bucket, but the queue's binding does not say which: it ends in ?claims=bucket/prefix.");
        }

        try
        {
            return await claims.FindAsync(claim, cancel) is { } payload
                ? () => payload
                : () => throw new IOException($"The payload of message {head.Id} is not in the bucket as {claim}: its time was over, or this unit may not read it.");
        }
        catch (Exception failure) when (AwsFailure.Is(failure))
        {
            return () => throw new IOException($"The payload of message {head.Id} could not be read from the bucket.", failure);
        }
    }
}
