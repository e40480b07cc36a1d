using Klotho.Emit.Capabilities;
using Klotho.Emit.Output;
using Klotho.Emit.Topology.Diagrams;
using Klotho.Emit.Topology.Graphs;
using Klotho.Emit.Topology.Svg;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Topology;

/// <summary><c>topology.svg</c>, <c>topology.mmd</c> and <c>topology.json</c>: what runs where and who touches what, for eyes and for programs.</summary>
public static class TopologyDocument
{
    public static IEnumerable<OutputFile> Print(Plan plan, NodeFacts facts)
    {
        var graph = TopologyGraph.Of(plan, facts);
        var diagram = DiagramDrawing.Of(graph);
        return
        [
            new(new("topology.json"), TopologyJson.Print(graph)),
            new(new("topology.mmd"), MermaidDrawing.Print(diagram)),
            new(new("topology.svg"), SvgDrawing.Print(diagram)),
        ];
    }
}
