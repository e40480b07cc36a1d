using Klotho.Benchmarks;
using Klotho.Benchmarks.Compile;
using Klotho.Benchmarks.Editing;
using Klotho.Benchmarks.Files;
using Klotho.Benchmarks.Functions;
using Klotho.Benchmarks.Peers;
using Klotho.Benchmarks.Planning;
using Klotho.Benchmarks.Runtime;
using Klotho.Benchmarks.Scale;
using Klotho.Benchmarks.SearchTheDeck;

// Every benchmark, in the order in which docs/performance.md shows them.
IReadOnlyList<IBenchmark> benchmarks = [new CompileBenchmark(), new SearchBenchmark(), new PlanningBenchmark(), new PlannerBenchmark(), new ScaleBenchmark(), .. Peers(), new FilesBenchmark(), new RunBenchmark(), new ServeBenchmark(), new RuntimeBenchmark(), new FunctionBenchmark()];

var chosen = benchmarks.Where(benchmark => args.Length == 0 || args.Contains(benchmark.Name)).ToList();
if (chosen.Count == 0)
{
    Console.Error.WriteLine($"There is no benchmark {string.Join(' ', args)}. There are: {string.Join(", ", benchmarks.Select(benchmark => benchmark.Name))}.");
    return 1;
}

foreach (var benchmark in chosen)
{
    var report = await benchmark.RunAsync();
    Console.WriteLine(report);
    PerformanceDocument.Replace(benchmark.Name, report);
}

return 0;

// Only by scripts/compare-peers.sh, which installs them.
static IEnumerable<IBenchmark> Peers() => PeersBenchmark.Folder is { } peers ? [new PeersBenchmark(peers)] : [];
