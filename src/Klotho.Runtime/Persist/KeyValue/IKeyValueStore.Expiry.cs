namespace Klotho;

public partial interface IKeyValueStore<T>
{
    /// <summary>
    /// Writes an item that is there for <paramref name="lifetime"/> and returns its version. Then it is as if it had been deleted: no read gives it,
    /// <see cref="WriteCondition.IfAbsent"/> holds and <see cref="DeleteAsync"/> finds nothing. Each write says anew how long the item is there;
    /// <see cref="PutAsync"/> has it stay.
    /// </summary>
    /// <remarks>
    /// Amazon DynamoDB counts whole seconds, rounded up, by the clock of this process; PostgreSQL and Redis count by the server's. A store removes an item some time
    /// after it ended, DynamoDB within a few days (source: docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html, 2026-11-22).
    /// </remarks>
    /// <param name="key">The key.</param>
    /// <param name="value">What is kept.</param>
    /// <param name="lifetime">How long from now: more than nothing and at most ten years of 365 days.</param>
    /// <param name="condition">What must hold for the write to happen.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is nothing, negative or over ten years.</exception>
    /// <exception cref="ConcurrencyException"><paramref name="condition"/> does not hold; nothing was written.</exception>
    /// <exception cref="PayloadTooLargeException">The item is over the limit; nothing was written.</exception>
    /// <exception cref="NotSupportedException">The store has no items that end. All of Klotho's have.</exception>
    ValueTask<EntryVersion> PutExpiringAsync(string key, T value, TimeSpan lifetime, WriteCondition condition = default, CancellationToken cancel = default) =>
        throw new NotSupportedException($"{GetType()} has no items that end.");
}
