using Klotho.Wiring;

namespace Klotho;

/// <summary>
/// Has a handler's work done once although messages are delivered at least once: a store of the unit's own remembers which messages
/// each handler has handled, by their ids.
/// </summary>
public static class Inbox
{
    /// <summary>How long a message belongs to whoever began with it, where nothing else is said: 5 minutes.</summary>
    public static readonly TimeSpan DefaultClaim = TimeSpan.FromMinutes(5);

    // Somebody else began in the same moment.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Does a handler's work unless it was done for the same message before. Two deliveries at once do it once: the second is kept until the
    /// first is done or has failed. Work that throws is done again at the next delivery, and so is work whose process ended before
    /// this could note it: what the work itself writes must bear that, or be written in one transaction with the note of it.
    /// </summary>
    /// <param name="inbox">The store. It keeps an entry for each message and handler, until <see cref="ForgetAsync"/>.</param>
    /// <param name="message">The message.</param>
    /// <param name="work">The work.</param>
    /// <param name="claim">
    /// How long nobody else begins after this process has, whether it lives or not; longer than the work takes. <see cref="DefaultClaim"/> by default.
    /// </param>
    /// <param name="time">The clock; the system's by default. Clocks of processes may differ by much less than <paramref name="claim"/>.</param>
    /// <param name="cancel">Is handed to the work.</param>
    /// <returns>Whether the work was done now; false where it was done before.</returns>
    /// <exception cref="RetryLaterException">Another delivery of the message is being handled. Let it go up: the message comes again.</exception>
    public static async ValueTask<bool> HandleOnceAsync(
        [Operations("GetAsync", "PutAsync", "DeleteAsync")] this IKeyValueStore<HandledMessage> inbox,
        MessageContext message,
        Func<CancellationToken, ValueTask> work,
        TimeSpan? claim = null,
        TimeProvider? time = null,
        CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(inbox);
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(work);
        var (key, clock) = (KeyOf(message), time ?? TimeProvider.System);
        if (await BeginAsync(inbox, key, clock.GetUtcNow(), claim ?? DefaultClaim, cancel) is not { } mine)
        {
            return false;
        }

        var done = false;
        try
        {
            await work(cancel);
            done = true;
        }
        finally
        {
            // The next attempt need not wait for the end of the claim.
            if (!done)
            {
                await TryAsync(() => inbox.DeleteAsync(key, WriteCondition.IfVersion(mine), CancellationToken.None));
            }
        }

        await TryAsync(() => inbox.PutAsync(key, new(clock.GetUtcNow(), null), WriteCondition.IfVersion(mine), CancellationToken.None));
        return true;
    }

    /// <summary>
    /// Removes the entries of messages that were done longer ago than <paramref name="age"/>, for a schedule to call. Choose one that is longer
    /// than a message can wait, in its queue and among the dead letters: a message that comes later is handled again.
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

    /// <summary>Claims the message; null where it is done.</summary>
    private static async ValueTask<EntryVersion?> BeginAsync(
        IKeyValueStore<HandledMessage> inbox, string key, DateTimeOffset now, TimeSpan claim, CancellationToken cancel)
    {
        var found = await inbox.GetAsync(key, cancel);
        if (found is { Value.ClaimedUntil: null })
        {
            return null;
        }

        if (found?.Value.ClaimedUntil is { } until && until > now)
        {
            throw new RetryLaterException("Another delivery of the message is being handled.", until - now);
        }

        try
        {
            return await inbox.PutAsync(key, new(now, now + claim), found is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(found.Version), cancel);
        }
        catch (ConcurrencyException taken)
        {
            throw new RetryLaterException("Another delivery of the message is being handled.", Breath, taken);
        }
    }

    private static async ValueTask TryAsync<T>(Func<ValueTask<T>> write)
    {
        try
        {
            await write();
        }
        catch (ConcurrencyException)
        {
            // The claim had lapsed, and another process has the message now: it notes what becomes of it.
        }
    }
}
