using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text;

namespace Klotho.Drivers;

/// <summary>
/// The faults of one resource. What befalls the tenth write of a store follows from the seed, the store's id and the number ten alone: it is
/// the same in each run, whatever else the process does meanwhile.
/// </summary>
internal sealed class ChaosDice(ChaosSettings settings, string resource)
{
    // The constants of FNV-1a and of SplitMix64, which turn names and counts into numbers that look random.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;
    private const ulong Step = 0x9E3779B97F4A7C15;

    private const string Undone = "nothing was done";
    private const string Lost = "it was done, and its answer is lost";

    private readonly ConcurrentDictionary<string, StrongBox<long>> _counts = new(StringComparer.Ordinal);

    /// <summary>What befalls the next operation of this name.</summary>
    public ChaosThrow Next(string operation)
    {
        var number = Interlocked.Increment(ref _counts.GetOrAdd(operation, static _ => new StrongBox<long>()).Value);
        var (start, draw) = (Seed(operation), number * 4);
        var fails = Fraction(start, draw) < settings.Fail;
        var before = Fraction(start, draw + 1) < 0.5;
        return new(settings.Delay * Fraction(start, draw + 2), fails && before, fails && !before, Fraction(start, draw + 3) < settings.Duplicate);
    }

    /// <summary>Holds an operation up and does it, unless it fails before that or after it.</summary>
    public async ValueTask<T> RunAsync<T>(string operation, Func<ValueTask<T>> run, CancellationToken cancel)
    {
        var fate = await BeginAsync(operation, cancel);
        var result = await run();
        return fate.FailsAfter ? throw Failure(operation, Lost) : result;
    }

    /// <summary>The same for an operation whose caller's thread waits for it.</summary>
    public T Run<T>(string operation, Func<T> run)
    {
        var fate = Next(operation);
        Thread.Sleep(fate.Delay);
        if (fate.FailsBefore)
        {
            throw Failure(operation, Undone);
        }

        var result = run();
        return fate.FailsAfter ? throw Failure(operation, Lost) : result;
    }

    /// <summary>The same for an operation that gives nothing back.</summary>
    public void Run(string operation, Action run) => Run(operation, () =>
    {
        run();
        return true;
    });

    /// <summary>Holds up an operation that gives nothing back and does it, unless it fails before that or after it.</summary>
    public async ValueTask RunAsync(string operation, Func<ValueTask> run, CancellationToken cancel) =>
        await RunAsync(operation, async () =>
        {
            await run();
            return true;
        }, cancel);

    /// <summary>Holds up an operation that only reads, which does not matter if its answer is lost.</summary>
    public async ValueTask ReadAsync(string operation, CancellationToken cancel)
    {
        if ((await BeginAsync(operation, cancel)).FailsAfter)
        {
            throw Failure(operation, "its answer is lost");
        }
    }

    private async ValueTask<ChaosThrow> BeginAsync(string operation, CancellationToken cancel)
    {
        var fate = Next(operation);
        if (fate.Delay > TimeSpan.Zero)
        {
            await Task.Delay(fate.Delay, cancel);
        }

        return fate.FailsBefore ? throw Failure(operation, Undone) : fate;
    }

    private ChaosException Failure(string operation, string what) => new($"{operation} of '{resource}' fails because of {Chaos.Key}: {what}.");

    private ulong Seed(string operation) =>
        Encoding.UTF8.GetBytes($"{settings.Seed}/{resource}/{operation}").Aggregate(Basis, (hash, letter) => unchecked((hash ^ letter) * Prime));

    /// <summary>A number from 0 to 1, as good as drawn.</summary>
    private static double Fraction(ulong start, long draw)
    {
        unchecked
        {
            var mixed = start + ((ulong)draw * Step);
            mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return ((mixed ^ (mixed >> 31)) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
