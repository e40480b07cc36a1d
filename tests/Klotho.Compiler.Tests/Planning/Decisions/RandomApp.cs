using Klotho.Analysis.Graph;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>Small applications, and lines that an operator could write for them: right one by one, and often too much together.</summary>
internal sealed class RandomApp
{
    private static readonly (string Path, string[] Values)[] ForApplication =
    [
        ("latency.p50", ["20ms", "90ms", "200ms"]),
        ("latency.p99", ["60ms", "150ms", "400ms", "2s", "5s"]),
        ("traffic.average", ["0.1 rps", "5 rps", "60 rps", "400 rps"]),
        ("traffic.payload", ["2 KiB", "1 MiB"]),
        ("availability", ["99%", "99.9%", "99.95%", "99.99%"]),
        ("monthly_cost", ["1 USD/month", "12 USD/month", "60 USD/month", "300 USD/month"]),
        ("durability.rpo", ["0s", "10min", "2d"]),
        ("durability.rto", ["0s", "5min", "1h"]),
        ("scale_to_zero", ["true"]),
        ("cold_start", ["none", "allowed"]),
        ("max_duration", ["1min", "10min", "20min"]),
        ("memory", ["2 GiB", "8 GiB", "20 GiB", "60 GiB"]),
        ("portability", ["kubernetes", "none"]),
        ("network", ["private", "any"]),
        ("compliance.encryption", ["own_keys"]),
    ];

    private static readonly (string Path, string[] Values)[] ForUnit =
    [
        ("latency.p99", ["120ms", "1s"]), ("traffic.average", ["1 rps", "200 rps"]), ("traffic.work", ["1ms", "100ms", "2s"]),
        ("monthly_cost", ["0.5 USD/month", "20 USD/month"]), ("cold_start", ["none", "allowed"]), ("max_duration", ["5min", "30min"]), ("memory", ["1 GiB", "12 GiB"]),
    ];

    private static readonly (string Path, string[] Values)[] ForStore =
    [
        ("availability", ["99.5%", "99.999%"]), ("durability.rpo", ["0s", "1h"]), ("monthly_cost", ["0.1 USD/month", "40 USD/month"]), ("traffic.stored", ["1 GiB", "500 GiB"]),
    ];

    private readonly Random random;
    private readonly List<string> graph = [];

    public RandomApp(Random random)
    {
        this.random = random;
        graph.AddRange(["exec_unit:main at A.cs:1", "gateway:api at A.cs:2", "route:get at A.cs:3", "gateway:api Exposes route:get", "route:get HandledBy exec_unit:main as GET at A.cs:4"]);
        var units = new List<string> { "main" };
        if (random.Next(2) == 0)
        {
            units.Add("work");
            graph.AddRange(["exec_unit:work at B.cs:1", "pubsub:jobs at A.cs:6", "exec_unit:main Publishes pubsub:jobs as ITopic.PublishAsync at A.cs:7", "pubsub:jobs Delivers exec_unit:work as Work.Handle at B.cs:2"]);
        }

        Stores = [.. new[] { "kv:items", "fs:files", "orm:rows", "redis_node:warm" }.Where(_ => random.Next(3) == 0)];
        foreach (var store in Stores)
        {
            graph.Add($"{store} at A.cs:9");
            graph.Add($"exec_unit:{units[random.Next(units.Count)]} Uses {store} as Store.ReadAsync at A.cs:10");
        }

        Lines = [.. Any(ForApplication, 1, 6).Select(line => ($"requirements.{line.Path}", line.Value)), .. units.SelectMany(Unit), .. Stores.SelectMany(Store)];
    }

    public CapabilityGraph Graph => CaseGraph.Read(string.Join('\n', graph));

    public IReadOnlyList<string> Stores { get; }

    /// <summary>Dotted keys and values, each key once.</summary>
    public IReadOnlyList<(string Path, string Value)> Lines { get; }

    private IEnumerable<(string, string)> Unit(string unit)
    {
        foreach (var (path, value) in Any(ForUnit, 0, 2))
        {
            yield return ($"requirements.execution_units.{unit}.{path}", value);
        }

        if (random.Next(3) == 0)
        {
            var type = random.Next(2) == 0 ? "lambda" : "fargate";
            yield return ($"execution_units.{unit}.type", type);
            if (random.Next(2) == 0)
            {
                yield return ($"execution_units.{unit}.infra_params.memory", type == "lambda" ? "512" : "1024");
            }
        }
    }

    private IEnumerable<(string, string)> Store(string store)
    {
        var (kind, name) = (store.Split(':')[0], store.Split(':')[1]);
        return Any(ForStore, 0, 2).Select(line => ($"requirements.persisted.{kind}.{name}.{line.Path}", line.Value));
    }

    private IEnumerable<(string Path, string Value)> Any((string Path, string[] Values)[] lines, int least, int most)
    {
        var chosen = lines.OrderBy(_ => random.Next()).Take(random.Next(least, most + 1)).Select(line => (line.Path, line.Values[random.Next(line.Values.Length)])).ToList();

        // Percentiles in the wrong order are a slip of their own.
        return chosen.Any(line => line.Path == "latency.p50") ? chosen.Where(line => line.Path != "latency.p99") : chosen;
    }
}
