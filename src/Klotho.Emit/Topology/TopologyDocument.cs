using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Topology;

/// <summary><c>topology.svg</c> and <c>topology.mmd</c>: what runs where and who touches what, as a picture.</summary>
public static class TopologyDocument
{
    public static IEnumerable<OutputFile> Print(Plan plan, NodeFacts facts)
    {
        var graph = TopologyGraph.Of(plan, facts);
        return
        [
            new(new("topology.mmd"), MermaidDrawing.Print(graph)),
            new(new("topology.svg"), SvgDrawing.Print(plan.Graph.App.Value, new LayeredLayout(graph))),
        ];
    }
}
