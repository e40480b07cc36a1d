using Klotho.Drivers;
using Klotho.Wiring;

namespace Klotho;

/// <summary>
/// Has a handler's work done once although messages are delivered at least once: a store of the unit's own remembers which messages
/// each handler has handled, by their ids.
/// </summary>
public static class Inbox
{
    /// <summary>How long a message belongs to a process that died with it, where nothing else is said: 5 minutes.</summary>
    public static readonly TimeSpan DefaultClaim = TimeSpan.FromMinutes(5);

    /// <summary>
    /// How long it is remembered that a message is done, where nothing else is said: 60 days. Amazon SQS keeps a message for at most 14 days, and so does each queue
    /// that it moves on to, which may count anew: 14 days in its queue, 14 among the dead letters, 14 in its queue again when it is redriven and 14 as a dead letter
    /// once more are 56 (source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html, 2026-11-23).
    /// </summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromDays(60);

    /// <summary>
    /// Does a handler's work unless it was done for the same message before. Two deliveries at once do it once: the second is kept until the
    /// first is done or has failed. Work that throws is done again at the next delivery, and so is work whose process ended before
    /// this could note it: what the work itself writes must bear that, or be written in one transaction with the note of it.
    /// </summary>
    /// <param name="inbox">The store. It keeps an entry for each message and handler, which ends by itself.</param>
    /// <param name="message">The message.</param>
    /// <param name="work">The work.</param>
    /// <param name="claim">
    /// How long nobody else begins after this process was last seen: it renews its claim, each third of that time, while the work runs.
    /// <see cref="DefaultClaim"/> by default.
    /// </param>
    /// <param name="time">The clock; the system's by default. Clocks of processes may differ by much less than <paramref name="claim"/>.</param>
    /// <param name="retention">
    /// How long it is remembered that the message is done; <see cref="DefaultRetention"/> by default. A message that comes after it is handled again. Together with
    /// <paramref name="claim"/> at most ten years of 365 days.
    /// </param>
    /// <param name="cancel">Is handed to the work, which is also cancelled if the claim is lost.</param>
    /// <returns>Whether the work was done now; false where it was done before.</returns>
    /// <exception cref="RetryLaterException">Another delivery of the message is being handled. Let it go up: the message comes again.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="claim"/> or <paramref name="retention"/> is nothing, negative or too long.</exception>
    public static async ValueTask<bool> HandleOnceAsync(
        [Operations("GetAsync", "PutExpiringAsync", "DeleteAsync")] this IKeyValueStore<HandledMessage> inbox,
        MessageContext message,
        Func<CancellationToken, ValueTask> work,
        TimeSpan? claim = null,
        TimeProvider? time = null,
        TimeSpan? retention = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(work);
        var entry = new InboxEntry(inbox, KeyOf(message), retention ?? DefaultRetention);
        if (await InboxClaim.BeginAsync(entry, claim ?? DefaultClaim, time ?? TimeProvider.System, cancel) is not { } mine)
        {
            return false;
        }

        // Whoever lost the claim must not go on: another process has begun.
        using var working = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var ended = new CancellationTokenSource();
        var renewing = mine.RenewAsync(working, ended.Token);
        var done = false;
        try
        {
            await work(working.Token);
            done = true;
        }
        finally
        {
            await ended.CancelAsync();
            await renewing;

            // The next attempt need not wait for the end of the claim.
            await (done ? mine.DoneAsync() : mine.LetGoAsync());
        }

        return true;
    }

    /// <summary>
    /// Removes the entries of messages that were done longer ago than <paramref name="age"/>, for a schedule to call: earlier than they end by themselves, or
    /// those that were written before entries ended. Choose an age that is longer than a message can wait, in its queue and among the dead letters: a message that
    /// comes later is handled again.
    /// </summary>
    /// <returns>How many.</returns>
    public static async ValueTask<int> ForgetAsync(
        [Operations("ScanAsync", "DeleteAsync")] this IKeyValueStore<HandledMessage> inbox, TimeSpan age, TimeProvider? time = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        var (count, before) = (0, (time ?? TimeProvider.System).GetUtcNow() - age);
        await foreach (var entry in inbox.ScanAsync(cancel))
        {
            if (entry.Value.At < before && entry.Value.ClaimedUntil is null && await inbox.DeleteAsync(entry.Key, cancel: cancel))
            {
                count++;
            }
        }

        return count;
    }

    // The message first: keys are spread over partitions by their first segment.
    private static string KeyOf(MessageContext message) => $"{message.MessageId}/{message.Topic}/{message.Handler}";
}
