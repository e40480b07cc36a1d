using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Benchmarks.Planning;

/// <summary>A capability graph of a large application: a gateway with a route per third unit, topics between the others, and stores of every kind.</summary>
internal static class LargeApp
{
    private static readonly string[] Stores = ["kv", "fs", "orm", "redis_node", "secret"];

    public static CapabilityGraph Of(int units, int stores, int seed)
    {
        var random = new Random(seed);
        var nodes = new List<NodeId> { Id("gateway", "api") };
        var edges = new List<(NodeId From, NodeId To, EdgeKind Kind)>();
        for (var number = 0; number < units; number++)
        {
            var unit = Id("exec_unit", $"unit-{number:0000}");
            var entrance = number % 3 == 0 ? Id("route", $"get-{number:0000}") : Id("pubsub", $"topic-{number:0000}");
            nodes.AddRange([unit, entrance]);
            edges.Add((entrance, unit, number % 3 == 0 ? EdgeKind.HandledBy : EdgeKind.Delivers));
            edges.Add(number % 3 == 0 ? (nodes[0], entrance, EdgeKind.Exposes) : (Id("exec_unit", $"unit-{random.Next(number):0000}"), entrance, EdgeKind.Publishes));
        }

        for (var number = 0; number < stores; number++)
        {
            var store = Id(Stores[number % Stores.Length], $"store-{number:0000}");
            nodes.Add(store);
            foreach (var user in Enumerable.Range(0, 2).Select(_ => random.Next(units)).Distinct())
            {
                edges.Add((Id("exec_unit", $"unit-{user:0000}"), store, EdgeKind.Uses));
            }
        }

        return new(
            new("large"),
            nodes.Order().Select(CapabilityNode (id) => new LargeNode(id, new([new(new("App.cs"), 1, 1, 1, 2)]))).ToEquatableArray(),
            edges.OrderBy(edge => (edge.From, edge.To, edge.Kind)).Select(edge => new CapabilityEdge(edge.From, edge.To, edge.Kind, EquatableArray<OperationUse>.Empty)).ToEquatableArray());
    }

    private static NodeId Id(string kind, string name) => new(new(kind), name);
}
