namespace Klotho.Drivers;

/// <summary>That this process has a message, as the entry of an inbox says it, for as long as its handler runs.</summary>
internal sealed class InboxClaim
{
    // Somebody else began in the same moment.
    private static readonly TimeSpan Breath = TimeSpan.FromSeconds(1);

    private readonly InboxEntry _entry;
    private readonly TimeProvider _time;
    private readonly TimeSpan _length;
    private readonly DateTimeOffset _begun;
    private EntryVersion _version;

    private InboxClaim(InboxEntry entry, DateTimeOffset begun, TimeSpan length, TimeProvider time, EntryVersion version) =>
        (_entry, _begun, _length, _time, _version) = (entry, begun, length, time, version);

    /// <summary>Claims the message; null where it is done.</summary>
    /// <exception cref="RetryLaterException">Somebody else has it.</exception>
    public static async ValueTask<InboxClaim?> BeginAsync(InboxEntry entry, TimeSpan length, TimeProvider time, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, TimeSpan.Zero);
        var found = await entry.GetAsync(cancel);
        if (found is { Value.ClaimedUntil: null })
        {
            return null;
        }

        var now = time.GetUtcNow();
        if (found?.Value.ClaimedUntil is { } until && until > now)
        {
            throw new RetryLaterException("Another delivery of the message is being handled.", until - now);
        }

        try
        {
            var condition = found is null ? WriteCondition.IfAbsent : WriteCondition.IfVersion(found.Version);
            var version = await entry.ClaimAsync(now, now, length, condition, cancel);
            return new(entry, now, length, time, version);
        }
        catch (ConcurrencyException taken)
        {
            throw new RetryLaterException("Another delivery of the message is being handled.", Breath, taken);
        }
    }

    /// <summary>Keeps the claim until <paramref name="ended"/>, and says when it is lost: somebody else has the message then.</summary>
    public async Task RenewAsync(CancellationTokenSource lost, CancellationToken ended)
    {
        using var timer = new PeriodicTimer(_length / 3, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                if (!await TryRenewAsync())
                {
                    await lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The work has ended.
        }
    }

    /// <summary>Notes that the work is done.</summary>
    public async ValueTask DoneAsync()
    {
        // Where it is not ours any more, another process has the message now and notes what becomes of it.
        _ = await TryWriteAsync(() => _entry.DoneAsync(_time.GetUtcNow(), _version));
    }

    /// <summary>Lets somebody else begin at once.</summary>
    public async ValueTask LetGoAsync() =>
        _ = await TryWriteAsync(async () =>
        {
            await _entry.DeleteAsync(_version);
            return _version;
        });

    private async ValueTask<bool> TryRenewAsync()
    {
        try
        {
            var written = await TryWriteAsync(() =>
                _entry.ClaimAsync(_begun, _time.GetUtcNow(), _length, WriteCondition.IfVersion(_version), CancellationToken.None));
            _version = written ?? _version;
            return written is not null;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of a loop that must outlive whatever its store does: there is time for another try before the claim ends.
            return true;
        }
    }

    /// <summary>Writes, once more if the entry is still ours: of a renewal that failed, nobody knows whether it was written. Null where it is not ours.</summary>
    private async ValueTask<EntryVersion?> TryWriteAsync(Func<ValueTask<EntryVersion>> write)
    {
        for (var again = true; ; again = false)
        {
            try
            {
                return await write();
            }
            catch (ConcurrencyException)
            {
                if (!again || await _entry.GetAsync(CancellationToken.None) is not { Value.ClaimedUntil: not null } found || found.Value.At != _begun)
                {
                    return null;
                }

                _version = found.Version;
            }
        }
    }
}
