using System.Runtime.CompilerServices;

namespace Klotho;

/// <remarks>
/// Reads are strong unless they ask for less. A store that knows no difference reads strongly always. The priority has calls
/// with <c>default</c> in the place of the token mean what they meant before these were there.
/// </remarks>
public partial interface IKeyValueStore<T>
{
    /// <summary><see cref="GetAsync(string, CancellationToken)"/>, as fresh as asked for.</summary>
    [OverloadResolutionPriority(-1)]
    ValueTask<KeyValueEntry<T>?> GetAsync(string key, ReadConsistency consistency, CancellationToken cancel = default) => GetAsync(key, cancel);

    /// <summary><see cref="QueryAsync(string, string?, CancellationToken)"/>, as fresh as asked for.</summary>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> names no partition.</exception>
    [OverloadResolutionPriority(-1)]
    IAsyncEnumerable<KeyValueEntry<T>> QueryAsync(string prefix, ReadConsistency consistency, string? after = null, CancellationToken cancel = default) =>
        QueryAsync(prefix, after, cancel);

    /// <summary><see cref="ScanAsync(CancellationToken)"/>, as fresh as asked for.</summary>
    [OverloadResolutionPriority(-1)]
    IAsyncEnumerable<KeyValueEntry<T>> ScanAsync(ReadConsistency consistency, CancellationToken cancel = default) => ScanAsync(cancel);
}
