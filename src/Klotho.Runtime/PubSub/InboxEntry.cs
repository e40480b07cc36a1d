namespace Klotho.Drivers;

/// <summary>What an inbox says of one message and handler. It ends by itself.</summary>
/// <param name="inbox">The store.</param>
/// <param name="key">The entry's key.</param>
/// <param name="retention">How long it says that the message is done.</param>
internal sealed class InboxEntry(IKeyValueStore<HandledMessage> inbox, string key, TimeSpan retention)
{
    public ValueTask<KeyValueEntry<HandledMessage>?> GetAsync(CancellationToken cancel) => inbox.GetAsync(key, cancel);

    /// <summary>Says that a process has the message: since <paramref name="begun"/>, and for <paramref name="length"/> from now on nobody else begins.</summary>
    public ValueTask<EntryVersion> ClaimAsync(DateTimeOffset begun, DateTimeOffset now, TimeSpan length, WriteCondition condition, CancellationToken cancel)
    {
        // The sum of both outlives the claim, however much the clocks of the store and of this process differ: it never ends under its handler.
        return inbox.PutExpiringAsync(key, new(begun, now + length), retention + length, condition, cancel);
    }

    /// <summary>Says that the message is done.</summary>
    public ValueTask<EntryVersion> DoneAsync(DateTimeOffset at, EntryVersion version) =>
        inbox.PutExpiringAsync(key, new(at, null), retention, WriteCondition.IfVersion(version), CancellationToken.None);

    /// <summary>Says nothing of the message any more.</summary>
    public async ValueTask DeleteAsync(EntryVersion version) => await inbox.DeleteAsync(key, WriteCondition.IfVersion(version), CancellationToken.None);
}
