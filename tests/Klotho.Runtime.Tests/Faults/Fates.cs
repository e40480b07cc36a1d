namespace Klotho.Runtime.Tests.Faults;

/// <summary>Deals fates, in the same order for the same seed.</summary>
/// <param name="seed">The seed.</param>
/// <param name="shares">How many of ten thousand meet each fate.</param>
internal sealed class Fates(int seed, params IReadOnlyList<(Fate Fate, int Share)> shares)
{
    private readonly Lock _lock = new();
    private readonly Random _random = new(seed);
    private int _dealt;
    private int _turn;

    /// <summary>What the first ones meet, ahead of any that is drawn.</summary>
    public IReadOnlyList<Fate> First { get; init; } = [];

    /// <summary>How many were dealt that are not <see cref="Fate.None"/>.</summary>
    public int Dealt => Volatile.Read(ref _dealt);

    public (Fate Fate, TimeSpan Delay) Next()
    {
        lock (_lock)
        {
            var (drawn, delay) = (_random.Next(10_000), TimeSpan.FromMilliseconds(_random.Next(5, 60)));
            if (_turn < First.Count)
            {
                _dealt += First[_turn] == Fate.None ? 0 : 1;
                return (First[_turn++], delay);
            }

            foreach (var (fate, share) in shares)
            {
                if (drawn < share)
                {
                    _dealt++;
                    return (fate, delay);
                }

                drawn -= share;
            }

            return (Fate.None, delay);
        }
    }
}
