namespace Klotho.Wiring;

/// <summary>
/// The calls that this process has let in and that could be sent again, by their nonces: a set for each stretch of the times at which they were
/// sent. Bounded; where it is full a call is refused rather than one forgotten. Other processes of the unit have memories of their own.
/// </summary>
internal sealed class CallNonces(TimeProvider time, int capacity = CallNonces.Most)
{
    /// <summary>How far the time of a call may be from ours. Clocks of machines that keep theirs by NTP differ by milliseconds.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <summary>16,000 calls a second for a minute, in about 50 MB.</summary>
    public const int Most = 1_000_000;

    private static readonly long Stretch = TimeSpan.FromSeconds(10).Ticks;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, HashSet<Guid>> _sent = [];
    private int _count;

    /// <summary>Takes a call for new, once, until it is too old to be let in.</summary>
    public CallAge Take(DateTimeOffset sent, Guid nonce)
    {
        var now = time.GetUtcNow();
        if ((now - sent).Duration() > Window)
        {
            return CallAge.OutOfTime;
        }

        lock (_lock)
        {
            var of = sent.UtcTicks / Stretch;
            if (!_sent.TryGetValue(of, out var known))
            {
                Forget(now);
                _sent[of] = known = [];
            }

            if (known.Contains(nonce))
            {
                return CallAge.Replayed;
            }

            if (_count >= capacity)
            {
                Forget(now);
                if (_count >= capacity)
                {
                    return CallAge.Unknown;
                }
            }

            known.Add(nonce);
            _count++;
            return CallAge.New;
        }
    }

    // What is older than the window, which is refused for its age. There are never more sets than the window has stretches, twice.
    private void Forget(DateTimeOffset now)
    {
        var oldest = (now - Window).UtcTicks / Stretch;
        foreach (var (stretch, calls) in _sent)
        {
            if (stretch < oldest)
            {
                _count -= calls.Count;
                _sent.Remove(stretch);
            }
        }
    }
}
