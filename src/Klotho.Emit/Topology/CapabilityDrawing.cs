using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Topology.Diagrams;
using Klotho.Emit.Topology.Graphs;
using Klotho.Emit.Topology.Svg;

namespace Klotho.Emit.Topology;

/// <summary>What an application needs, drawn before anything is planned: the same boxes and arrows as the topology's.</summary>
public static class CapabilityDrawing
{
    public static string Mermaid(CapabilityGraph graph, EquatableArray<Capability> capabilities) => MermaidDrawing.Print(DiagramDrawing.Of(Shown(graph, capabilities)));

    public static string Svg(CapabilityGraph graph, EquatableArray<Capability> capabilities) => SvgDrawing.Print(DiagramDrawing.Of(Shown(graph, capabilities)));

    /// <summary>Every node and arrow, however many: whoever lays it out chooses what to leave out.</summary>
    public static string Dot(CapabilityGraph graph, EquatableArray<Capability> capabilities) => DotDrawing.Print(Shown(graph, capabilities));

    private static TopologyGraph Shown(CapabilityGraph graph, EquatableArray<Capability> capabilities) => TopologyGraph.Of(graph, capabilities);
}
