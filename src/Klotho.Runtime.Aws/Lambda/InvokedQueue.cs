using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// A unit's queue whose messages Lambda hands over. What was handled Lambda deletes; all else comes again when the queue's visibility timeout ends, and
/// each receipt is an attempt. So what shall have no further one is put to the dead letters here, with its reason, and what shall wait without counting goes on as a
/// copy: both before Lambda deletes the message, so that dying in between makes a duplicate and loses nothing. In a FIFO queue, a copy would lose the message's
/// place: there the message itself waits, and counts.
/// </summary>
internal sealed class InvokedQueue(SqsQueue queue, QueuePayloads payloads, bool isOrdered, IReadOnlyList<SubscriptionHandler> handlers)
{
    private readonly DeadLetterQueue _dead = new(queue, payloads, [.. handlers.Select(handler => handler.Subscriber.Name)]);

    public QueuePayloads Payloads => payloads;

    public bool IsOrdered => isOrdered;

    /// <summary>The handlers that a message is for: all, or the one that a copy is for; none if this version of the unit no longer has that.</summary>
    public IReadOnlyList<SubscriptionHandler> ReceiversOf(MessageHead head) =>
        [.. handlers.Where(handler => head.Handler is null || string.Equals(head.Handler, handler.Subscriber.Name, StringComparison.Ordinal))];

    /// <summary>Sees to what handlers could not handle of a message; false if Lambda must not delete it, because it comes again as it is.</summary>
    public async ValueTask<bool> TryEndAsync(SqsMessage message, MessageHead head, int receivers, IReadOnlyList<FailedHandling> failures)
    {
        if (failures.Any(failure => failure.Reason is null) && (isOrdered || (receivers == 1 && failures[0].Counts)))
        {
            // With the others of its unit, if it has: what was buried for one of them now would be so again.
            if (failures.Where(failure => !failure.Counts).Select(failure => (TimeSpan?)failure.Delay).Max() is { } delay)
            {
                await queue.Client.ChangeVisibilityAsync(queue.Url, message.ReceiptHandle, delay < SqsLimits.LongestInvisibility ? delay : SqsLimits.LongestInvisibility, CancellationToken.None);
            }

            return false;
        }

        foreach (var failure in failures)
        {
            await (failure.Reason is { } reason
                ? _dead.AddAsync(message, head with { Handler = failure.Handler, Failed = failure.Attempt, Reason = reason })
                : CopyAsync(message, head with { Handler = failure.Handler, Failed = failure.Counts ? failure.Attempt : failure.Attempt - 1 }, failure.Delay));
        }

        return true;
    }

    private ValueTask CopyAsync(SqsMessage message, MessageHead head, TimeSpan delay) => queue.Client.SendAsync(
        queue.Url, message.Body, head.WriteBeside(message.Body), delay < SqsLimits.LongestDelay ? delay : SqsLimits.LongestDelay, CancellationToken.None);
}
