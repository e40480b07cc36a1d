using System.Globalization;
using Klotho.Runtime.Tests.Applications;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>Processes of an application that are killed one after the other with SIGKILL, most of them in the middle of something.</summary>
/// <param name="steps">What they have in hand.</param>
/// <param name="seed">What the moments follow from.</param>
/// <param name="settings">The settings of a unit's processes.</param>
internal sealed class MortalProcesses(ParcelSteps steps, int seed, Func<string, IEnumerable<(string Key, string Value)>> settings) : IAsyncDisposable
{
    private readonly Random _random = new(seed);
    private readonly Lock _lock = new();
    private readonly List<Running> _running = [];
    private int _started;
    private long _peak;

    /// <summary>How many were killed.</summary>
    public int Kills { get; private set; }

    /// <summary>How many of those had something in hand.</summary>
    public int KilledInTheMiddle { get; private set; }

    /// <summary>The most memory that one of them ever took, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            lock (_lock)
            {
                return _running.Select(each => each.Process.PeakMemory).Append(_peak).Max();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var each in _running)
        {
            await each.Process.DisposeAsync();
        }
    }

    /// <summary>The unit's process that has run for longest; null where there is none.</summary>
    public HostProcess? Find(string unit)
    {
        lock (_lock)
        {
            return _running.Find(each => each.Unit == unit)?.Process;
        }
    }

    /// <summary>Starts another process of a unit.</summary>
    public async Task StartAsync(string unit)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{unit}-{Interlocked.Increment(ref _started):D5}");
        var process = await HostProcess.StartAsync([.. settings(unit), ("Klotho:Unit", unit), ("Parcels:Log", steps.PathOf(name)), ("Logging:LogLevel:Klotho", "None")]);
        lock (_lock)
        {
            _running.Add(new(unit, name, process));
        }
    }

    /// <summary>Kills one that has something in hand, or whichever; returns its unit, and null where none was killed.</summary>
    public async Task<string?> TryKillAsync(bool whichever)
    {
        var at = _running.FindIndex(each => steps.InHand(each.Name) > 0);
        if (at < 0 && !whichever)
        {
            return null;
        }

        var victim = _running[Math.Max(0, at)];
        await Task.Delay(_random.Next(0, 10));
        _peak = Math.Max(_peak, victim.Process.PeakMemory);
        await victim.Process.DisposeAsync();
        steps.Read();
        Kills++;
        KilledInTheMiddle += steps.InHand(victim.Name) > 0 ? 1 : 0;
        lock (_lock)
        {
            _running.Remove(victim);
        }

        return victim.Unit;
    }

    private sealed record Running(string Unit, string Name, HostProcess Process);
}
