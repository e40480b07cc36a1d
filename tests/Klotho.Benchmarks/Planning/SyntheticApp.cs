using Klotho.Analysis.Collections;
using Klotho.Planning.Optimum;

namespace Klotho.Benchmarks.Planning;

/// <summary>
/// Planning problems with the shape of real applications: units that use the stores of their own part of the application and
/// some of others', topics between units, compute in or out of a private network, endpoints paid for once, and a limit on
/// the latency of every unit with its stores. Costs are in cents, amounts in milliseconds. A seed makes it repeatable.
/// </summary>
internal sealed class SyntheticApp(int units, int stores, int seed)
{
    private const int Network = 0;
    private const int LoadBalancer = 1;
    private const int Cluster = 2;
    private const int FirstEndpoint = 3;
    private const int Endpoints = 9;

    private readonly Random random = new(seed);
    private readonly List<Choice> choices = [];
    private readonly List<PairRule> pairs = [];
    private readonly List<long[]> latencies = [];
    private readonly List<SortedSet<int>> uses = [];

    public static Problem Of(int units, int stores, int seed) => new SyntheticApp(units, stores, seed).Build();

    private Problem Build()
    {
        for (var unit = 0; unit < units; unit++)
        {
            AddUnit();
        }

        for (var store = 0; store < stores; store++)
        {
            AddStore(store);
        }

        for (var topic = 0; topic < units; topic++)
        {
            AddTopic(topic);
        }

        return new(
            choices.ToEquatableArray(),
            new long[] { 3_285, 1_643, 7_300 }.Concat(Enumerable.Repeat(730L, Endpoints)).ToEquatableArray(),
            pairs.ToEquatableArray(),
            Enumerable.Range(0, units).Select(Limit).ToEquatableArray());
    }

    /// <summary>Lambda outside and inside the network, Fargate in two sizes, Kubernetes.</summary>
    private void AddUnit()
    {
        long traffic = random.Next(1, 4) switch { 1 => random.Next(10, 200), 2 => random.Next(200, 2_000), _ => random.Next(2_000, 9_000) };
        Add(
            [(traffic, 90, []), (traffic + 1, 95, [Network]), (1_800, 25, [Network, LoadBalancer]), (3_600, 15, [Network, LoadBalancer]), (1_500, 25, [Network, Cluster])]);
        uses.Add([choices.Count - 1]);
    }

    /// <summary>A kind of store in turn. Few units use one from afar: real applications have modules.</summary>
    private void AddStore(int store)
    {
        long size = random.Next(20, 3_000);
        var kind = random.Next(10);
        Add(kind switch
        {
            < 4 => [(size, 10, []), (size + (size / 3), 7, []), (1_240 + (size / 9), 1, [Network])],
            < 7 => [(size, 45, []), (4 * size, 8, [Network])],
            < 8 => [(1_314, 6, [Network]), (2_628, 4, [Network]), (4_380, 5, [Network])],
            _ => [(40, 12, []), (60, 9, []), (1_240, 1, [Network])],
        });
        var choice = choices.Count - 1;
        var home = (int)((long)store * units / stores);
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            Use(random.Next(20) == 0 ? random.Next(units) : Math.Clamp(home + random.Next(-2, 3), 0, units - 1), choice, kind);
        }
    }

    private void Use(int unit, int store, int kind)
    {
        if (!uses[unit].Add(store))
        {
            return;
        }

        for (var option = 0; option < choices[store].Options.Count; option++)
        {
            if (choices[store].Options[option].Facilities.Count > 0)
            {
                pairs.Add(new(new(unit, 0), new(store, option), null));
                continue;
            }

            for (var inside = 1; inside < choices[unit].Options.Count; inside++)
            {
                pairs.Add(new(new(unit, inside), new(store, option), FirstEndpoint + (kind % (Endpoints - 2))));
            }
        }
    }

    private void AddTopic(int topic)
    {
        long messages = random.Next(10, 900);
        Add([(messages, 20, []), (messages + (messages / 4), 18, [])]);
        var choice = choices.Count - 1;
        foreach (var unit in new[] { topic, random.Next(units) }.Distinct())
        {
            for (var inside = 1; inside < choices[unit].Options.Count; inside++)
            {
                pairs.Add(new(new(unit, inside), new(choice, 0), FirstEndpoint + Endpoints - 2));
                pairs.Add(new(new(unit, inside), new(choice, 1), FirstEndpoint + Endpoints - 1));
            }
        }
    }

    private void Add((long Cost, long Latency, int[] Facilities)[] options)
    {
        choices.Add(new(options.Select(option => new Option(option.Cost, option.Facilities.ToEquatableArray())).ToEquatableArray()));
        latencies.Add(options.Select(option => option.Latency).ToArray());
    }

    /// <summary>One unit in ten has a limit that its cheapest options would often break.</summary>
    private SumLimit Limit(int unit) => new(
        uses[unit].SelectMany(choice => latencies[choice].Select((latency, option) => new SumTerm(new(choice, option), latency))).ToEquatableArray(),
        random.Next(10) == 0 ? 60 + (20 * uses[unit].Count) : 1_000);
}
