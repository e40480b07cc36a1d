using System.Diagnostics;
using System.Globalization;

namespace Klotho.Benchmarks.Runtime;

/// <summary>Measures a pair turn by turn, so that whatever else the machine does befalls both.</summary>
internal sealed class PairTimes(OperationPair pair)
{
    // The runtime compiles anew what is called often, and the longer way through it takes longer to be done with that.
    public const int WarmUp = 3_000;
    private const int Rounds = 40;
    private const int MostPerRound = 50;

    /// <summary>How many operations of each side are measured.</summary>
    public const int Measured = Rounds * MostPerRound;

    // What the issue of the runtime allows: either is enough.
    private const double MostPercent = 5;
    private const double MostMicroseconds = 20;

    private readonly int _perRound = Math.Max(1, MostPerRound / pair.OneOf);
    private readonly List<double> _raw = [];
    private readonly List<double> _ours = [];
    private int _asked;
    private int _answered;

    /// <summary>A row of the table.</summary>
    public async Task<string> RowAsync()
    {
        for (var done = 0; done < WarmUp / pair.OneOf; done += _perRound)
        {
            _asked = await TimeAsync(pair.BeforeRaw, pair.RunRaw, _asked, []);
            _answered = await TimeAsync(pair.BeforeOurs, pair.RunOurs, _answered, []);
        }

        for (var round = 0; round < Rounds; round++)
        {
            _asked = await TimeAsync(pair.BeforeRaw, pair.RunRaw, _asked, _raw);
            _answered = await TimeAsync(pair.BeforeOurs, pair.RunOurs, _answered, _ours);
        }

        var (raw, ours) = (Median(_raw), Median(_ours));
        var (more, percent) = (ours - raw, 100 * (ours - raw) / raw);
        var verdict = percent <= MostPercent || more <= MostMicroseconds ? "yes" : "no";
        return string.Create(CultureInfo.InvariantCulture, $"| {pair.Name} | {pair.Raw} | {raw:N0} | {ours:N0} | {more:+0;-0;0} | {percent:+0.0;-0.0;0.0} % | {verdict} |");
    }

    /// <returns>The number to go on with: each side counts for itself, so that both meet the same items.</returns>
    private async Task<int> TimeAsync(Func<int, Task>? before, Func<int, Task> run, int from, List<double> into)
    {
        for (var number = from; number < from + _perRound; number++)
        {
            await (before?.Invoke(number) ?? Task.CompletedTask);
            var start = Stopwatch.GetTimestamp();
            await run(number);
            into.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }

        return from + _perRound;
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
