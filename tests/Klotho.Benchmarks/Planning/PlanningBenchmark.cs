using System.Diagnostics;
using System.Globalization;
using Klotho.Planning.Optimum;

namespace Klotho.Benchmarks.Planning;

/// <summary>How long it takes to choose the cheapest plan, exactly, for applications of three sizes.</summary>
internal sealed class PlanningBenchmark : IBenchmark
{
    private const int Seeds = 5;
    private static readonly (int Units, int Stores)[] Sizes = [(10, 50), (100, 500), (1_000, 5_000)];

    public string Name => "planning";

    public Task<string> RunAsync()
    {
        var cold = Time(SyntheticApp.Of(Sizes[0].Units, Sizes[0].Stores, seed: 0));
        foreach (var (units, stores) in Sizes)
        {
            // What is measured after this is compiled for speed.
            Enumerable.Range(1, Seeds).ToList().ForEach(seed => Time(SyntheticApp.Of(units, stores, seed)));
        }

        var results = Sizes.Select(size => Measure(size.Units, size.Stores)).ToList();
        var rows = results.Select(result => string.Create(
            CultureInfo.InvariantCulture,
            $"| {result.Units:N0} × {result.Stores:N0} | {result.Choices:N0} | {result.Rules:N0} | {result.Median:0.000} s | {result.Longest:0.000} s | {result.Median / results[0].Median:0.0} |"));
        return Task.FromResult(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Seeds} synthetic applications of each size: 2 to 5 options a choice, 12 shared facilities, a latency limit for every unit with its stores.
            The processor's time on {Environment.ProcessorCount} cores; the very first search of a process, 10 × 50, took {cold:0.000} s.

            | units × stores | choices | pair rules | median | longest | × the smallest |
            |---|---:|---:|---:|---:|---:|
            {string.Join('\n', rows)}
            """));
    }

    private static (int Units, int Stores, int Choices, int Rules, double Median, double Longest) Measure(int units, int stores)
    {
        var problems = Enumerable.Range(1, Seeds).Select(seed => SyntheticApp.Of(units, stores, seed)).ToList();
        var seconds = problems.Select(Time).Order().ToList();
        return (units, stores, problems[0].Choices.Count, problems[0].Pairs.Count, seconds[Seeds / 2], seconds[^1]);
    }

    /// <summary>The search runs on one thread; its processor time says what it costs, whatever else the machine does.</summary>
    private static double Time(Problem problem)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        if (OptimumSearch.Run(problem, CancellationToken.None) is null)
        {
            throw new InvalidOperationException("A synthetic application cannot be planned, so that there is nothing to measure.");
        }

        process.Refresh();
        return (process.TotalProcessorTime - before).TotalSeconds;
    }
}
