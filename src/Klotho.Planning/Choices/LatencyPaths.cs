using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Demands;
using Klotho.Planning.Quantities;
using Klotho.Planning.Requirements;

namespace Klotho.Planning.Choices;

/// <summary>
/// Finds what each line about latency limits. For the application: every way through a gateway into a unit that handles its
/// routes, and from there one operation of each store, topic and unit that it works with. For a gateway: the ways through
/// it. For a unit: the same from the unit on. For anything else: itself. A line for a gateway or a unit replaces the application's.
/// </summary>
internal sealed class LatencyPaths(PlanGround ground, DemandMap demands, IReadOnlyList<Requirement> requirements)
{
    private readonly Dictionary<NodeId, int> choices =
        ground.Hosted.Select((hosted, index) => (hosted.Node.Id, index)).ToDictionary(pair => pair.Id, pair => pair.index);

    private readonly IReadOnlyList<LatencyRequirement> lines = [.. requirements.OfType<LatencyRequirement>()];

    public IEnumerable<LatencyPath> Find() => lines.Count == 0 ? [] : lines.SelectMany(Of);

    private IEnumerable<LatencyPath> Of(LatencyRequirement line)
    {
        if (line.Scope is not { } scope)
        {
            return Ways().Where(way => !IsSaidFor(way.Gateway, line) && !IsSaidFor(way.Unit, line)).Select(way => Path(line, way.Gateway, way.Unit));
        }

        var through = Ways().Where(way => way.Gateway == scope).Select(way => Path(line, scope, way.Unit)).ToList();
        return through.Count > 0 ? through : ground.Graph.Find(scope) is null ? [] : [Path(line, null, scope)];
    }

    private bool IsSaidFor(NodeId node, LatencyRequirement line) => lines.Any(other => other.Scope == node && other.Percentile == line.Percentile);

    private IEnumerable<(NodeId Gateway, NodeId Unit)> Ways() => ground.Graph.Edges.Items
        .Where(edge => edge.Kind == EdgeKind.HandledBy)
        .SelectMany(edge => ground.Graph.To(edge.From).Where(exposing => exposing.Kind == EdgeKind.Exposes).Select(exposing => (exposing.From, edge.To)))
        .Distinct()
        .Order();

    private LatencyPath Path(LatencyRequirement line, NodeId? gateway, NodeId start)
    {
        var nodes = new List<NodeId>();
        if (gateway is { } entrance)
        {
            nodes.Add(entrance);
        }

        var work = Duration.Zero;
        var waiting = new Stack<NodeId>([start]);
        while (waiting.TryPop(out var node))
        {
            if (nodes.Contains(node))
            {
                continue;
            }

            nodes.Add(node);
            var used = ground.Graph.From(node).Where(edge => edge.Kind is EdgeKind.Uses or EdgeKind.Publishes or EdgeKind.Calls).Select(edge => edge.To).Distinct().ToList();
            if (ground.Graph.To(node).Any(edge => edge.Kind is EdgeKind.HandledBy or EdgeKind.Calls) || node == start && used.Count > 0)
            {
                work += demands.For(node).WorkPerRequest;
            }

            used.OrderDescending().ToList().ForEach(waiting.Push);
        }

        var hosted = nodes.Where(choices.ContainsKey).ToList();
        return new(line, hosted.ToEquatableArray(), hosted.Select(node => choices[node]).ToEquatableArray(), work);
    }
}
