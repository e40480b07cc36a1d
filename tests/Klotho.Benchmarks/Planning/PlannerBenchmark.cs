using System.Diagnostics;
using System.Globalization;
using Klotho.Emit;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Benchmarks.Planning;

/// <summary>How long the whole of planning takes: from the graph and klotho.yaml to a plan with causes, rejected alternatives and costs.</summary>
internal sealed class PlannerBenchmark : IBenchmark
{
    private const int Seeds = 3;
    private const int WarmUps = 8;
    private static readonly (int Units, int Stores)[] Sizes = [(10, 50), (100, 500), (1_000, 5_000)];

    private static readonly (string Name, string Yaml)[] Files =
    [
        ("nothing said", ""),
        ("requirements", "requirements:\n  traffic: {average: 300 rps, work: 5ms}\n  latency: {p99: 20s}\n  availability: 99%\n"),
    ];

    public string Name => "planner";

    public Task<string> RunAsync()
    {
        var rows = new List<string>();
        foreach (var (name, yaml) in Files)
        {
            // What is measured after this is compiled for speed.
            Enumerable.Range(1, WarmUps).ToList().ForEach(seed => Time(Sizes[^1].Units, Sizes[^1].Stores, seed, yaml));
            foreach (var (units, stores) in Sizes)
            {
                var runs = Enumerable.Range(1, Seeds).Select(seed => Time(units, stores, seed, yaml)).OrderBy(run => run.Clock).ToList();
                rows.Add(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {units:N0} × {stores:N0} | {name} | {runs[Seeds / 2].Clock:0.000} s | {runs[^1].Clock:0.000} s | {runs.Max(run => run.Processor):0.000} s |"));
            }
        }

        return Task.FromResult(string.Create(CultureInfo.InvariantCulture, $"""
            The whole of `Planner.Run` for {Seeds} synthetic applications of each size, after {WarmUps} others, on {Environment.ProcessorCount} cores: by the clock, and the most processor time with that of the garbage collector.

            | units × stores | klotho.yaml | median | longest | processor |
            |---|---|---:|---:|---:|
            {string.Join('\n', rows)}
            """));
    }

    private static (double Clock, double Processor) Time(int units, int stores, int seed, string yaml)
    {
        PlanInput input = new(LargeApp.Of(units, stores, seed), new([new ConfigurationFile(new("klotho.yaml"), yaml)]), CapabilityCatalogue.All.Planning);
        using var process = Process.GetCurrentProcess();
        var (before, clock) = (process.TotalProcessorTime, Stopwatch.StartNew());
        if (Planner.Run(input).Plan is null)
        {
            throw new InvalidOperationException("A synthetic application has no plan, so that there is nothing to measure.");
        }

        var passed = clock.Elapsed;
        process.Refresh();
        return (passed.TotalSeconds, (process.TotalProcessorTime - before).TotalSeconds);
    }
}
