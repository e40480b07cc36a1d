using Microsoft.Extensions.Logging;

namespace Klotho.Drivers;

/// <summary>
/// A value that is kept for a while. One that has become old is still handed out while a new one is fetched behind it; the last good one
/// stays where its source fails. One that nobody has asked for in two such times is fetched first.
/// </summary>
internal sealed partial class ReferencedValue(ResourceBinding reference, ValueSources sources, TimeSpan refresh, TimeProvider time, ILogger logger)
{
    // A source that fails is not asked again at each read.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    private readonly Lock _lock = new();
    private Kept? _kept;
    private Task<string>? _fetching;
    private DateTimeOffset _notBefore;

    /// <summary>The value, without waiting for its source once it was read.</summary>
    /// <exception cref="InvalidOperationException">It was never read and cannot be.</exception>
    public string Current
    {
        get
        {
            if (_kept is not { } kept)
            {
                // Values are loaded when the process starts; only one that the configuration has changed since then is not.
                return FetchAsync().GetAwaiter().GetResult();
            }

            if (Age(kept) >= refresh)
            {
                _ = RefreshAsync(kept);
            }

            return kept.Value;
        }
    }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It was never read and cannot be.</exception>
    public async ValueTask<string> ReadAsync(CancellationToken cancel)
    {
        if (_kept is not { } kept)
        {
            return await FetchAsync().WaitAsync(cancel);
        }

        return Age(kept) >= 2 * refresh ? await RefreshAsync(kept).WaitAsync(cancel) : Current;
    }

    /// <summary>The value as it is now, unless it was read within a time, or the last good one where its source fails.</summary>
    /// <exception cref="InvalidOperationException">It was never read and cannot be.</exception>
    public async ValueTask<string> ReadAgainAsync(TimeSpan leastAge, CancellationToken cancel) =>
        _kept is not { } kept ? await ReadAsync(cancel)
        : Age(kept) < leastAge ? kept.Value
        : await RefreshAsync(kept).WaitAsync(cancel);

    private TimeSpan Age(Kept kept) => time.GetUtcNow() - kept.At;

    /// <summary>The new value, or the last good one where there is none. Never throws.</summary>
    private async Task<string> RefreshAsync(Kept last)
    {
        lock (_lock)
        {
            if (_fetching is null && time.GetUtcNow() < _notBefore)
            {
                return last.Value;
            }
        }

        try
        {
            return await FetchAsync();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of what nobody may await: whatever a source throws, the last good value stands.
            lock (_lock)
            {
                _notBefore = time.GetUtcNow() + Pause;
            }

            LogKept(failure, reference.Key, last.At);
            return last.Value;
        }
    }

    // All who need it at once share one reading.
    private Task<string> FetchAsync()
    {
        lock (_lock)
        {
            return _fetching ??= Task.Run(ReadOnceAsync);
        }
    }

    private async Task<string> ReadOnceAsync()
    {
        try
        {
            var value = await sources.ReadAsync(reference, CancellationToken.None);
            _kept = new Kept(value, time.GetUtcNow());
            return value;
        }
        finally
        {
            lock (_lock)
            {
                _fetching = null;
            }
        }
    }

    private static readonly Action<ILogger, string, DateTimeOffset, Exception?> KeptMessage = LoggerMessage.Define<string, DateTimeOffset>(LogLevel.Warning, new(0, nameof(LogKept)),
        "{Key} could not be read again; its value of {At:O} is kept.");

    private void LogKept(Exception failure, string key, DateTimeOffset at) => KeptMessage(logger, key, at, failure);

    private sealed record Kept(string Value, DateTimeOffset At)
    {
        // A value has no place in a log.
        public override string ToString() => nameof(Kept);
    }
}
