using System.Diagnostics;
using System.Globalization;

namespace Klotho.Benchmarks.Runtime;

/// <summary>Measures a pair turn by turn, so that whatever else the machine does befalls both.</summary>
internal sealed class PairTimes(OperationPair pair)
{
    private const int WarmUp = 300;
    private const int Rounds = 40;
    private const int PerRound = 50;

    /// <summary>How many operations of each side are measured.</summary>
    public const int Measured = Rounds * PerRound;

    // What the issue of the runtime allows: either is enough.
    private const double MostPercent = 5;
    private const double MostMicroseconds = 20;

    private readonly List<double> _raw = [];
    private readonly List<double> _ours = [];
    private int _number;

    /// <summary>A row of the table.</summary>
    public async Task<string> RowAsync()
    {
        await TimeAsync(pair.RunRaw, WarmUp, []);
        await TimeAsync(pair.RunOurs, WarmUp, []);
        for (var round = 0; round < Rounds; round++)
        {
            await TimeAsync(pair.RunRaw, PerRound, _raw);
            await TimeAsync(pair.RunOurs, PerRound, _ours);
        }

        var (raw, ours) = (Median(_raw), Median(_ours));
        var (more, percent) = (ours - raw, 100 * (ours - raw) / raw);
        var verdict = percent <= MostPercent || more <= MostMicroseconds ? "yes" : "no";
        return string.Create(CultureInfo.InvariantCulture, $"| {pair.Name} | {pair.Raw} | {raw:N0} | {ours:N0} | {more:+0;-0;0} | {percent:+0.0;-0.0;0.0} % | {verdict} |");
    }

    private async Task TimeAsync(Func<int, Task> run, int times, List<double> into)
    {
        for (var time = 0; time < times; time++)
        {
            var start = Stopwatch.GetTimestamp();
            await run(_number++);
            into.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
        }
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
