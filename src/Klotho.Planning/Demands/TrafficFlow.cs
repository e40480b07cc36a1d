using Klotho.Analysis.Graph;

namespace Klotho.Planning.Demands;

/// <summary>
/// Spreads traffic along the edges of a graph: what flows out of a node is what flows into it. A gateway divides its
/// traffic evenly among what it exposes; a request or message uses each store and topic of its unit, and calls each unit
/// that its unit calls, once. A node that nothing flows into has traffic of its own, and so has one of which a line says it.
/// </summary>
internal sealed class TrafficFlow(CapabilityGraph graph, Func<NodeId, decimal> source, Func<NodeId, decimal?> stated)
{
    /// <summary>More than anything serves; keeps the sums of contrived graphs in range.</summary>
    private const decimal Most = 10_000_000m;

    private readonly Dictionary<NodeId, decimal> rates = [];

    /// <summary>The rate of each node, by one pass in the order of the flow; a circle is opened at its first node.</summary>
    public IReadOnlyDictionary<NodeId, decimal> Run()
    {
        var waiting = graph.Nodes.Items.ToDictionary(node => node.Id, node => graph.To(node.Id).Count(edge => edge.From != node.Id));
        var ready = new PriorityQueue<NodeId, NodeId>();
        foreach (var node in waiting.Where(node => node.Value == 0))
        {
            ready.Enqueue(node.Key, node.Key);
        }

        var unopened = new Queue<NodeId>(waiting.Keys.Order());
        while (rates.Count < waiting.Count)
        {
            if (!ready.TryDequeue(out var next, out _) && !unopened.TryDequeue(out next))
            {
                break;
            }

            if (!rates.ContainsKey(next))
            {
                rates.Add(next, RateOf(next));
                foreach (var edge in graph.From(next).Where(edge => edge.To != next && waiting.ContainsKey(edge.To) && --waiting[edge.To] == 0))
                {
                    ready.Enqueue(edge.To, edge.To);
                }
            }
        }

        return rates;
    }

    private decimal RateOf(NodeId node)
    {
        if (stated(node) is { } said)
        {
            return Math.Min(said, Most);
        }

        var incoming = graph.To(node).Where(edge => rates.ContainsKey(edge.From)).Sum(edge => rates[edge.From] * Part(edge));
        return Math.Min(incoming > 0 ? incoming : source(node), Most);
    }

    private decimal Part(CapabilityEdge edge) =>
        edge.Kind == EdgeKind.Exposes ? 1m / graph.From(edge.From).Count(other => other.Kind == EdgeKind.Exposes) : 1m;
}
