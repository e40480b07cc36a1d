using System.Text.Json;
using Klotho.Emit.Documents;
using Klotho.Emit.Topology.Graphs;

namespace Klotho.Emit.Topology;

/// <summary>The whole topology for programs: every hosted node and every arrow, however few of them a picture shows.</summary>
internal static class TopologyJson
{
    /// <summary>Raised when a reader of the last version would misread the document.</summary>
    private const int Version = 2;

    public static string Print(TopologyGraph graph) => JsonFile.Write(writer =>
    {
        writer.WriteNumber("version", Version);
        writer.WriteString("app", graph.App);
        writer.Lines("types", graph.Nodes.Items.DistinctBy(node => (node.Id.Kind, node.Type)), (line, node) => line.Object(() =>
        {
            line.WriteString("kind", node.Id.Kind.Name);
            line.WriteString("type", node.Type.Name);
            line.WriteString("noun", node.Appearance.Noun);
            line.WriteString("host", node.Host);
            line.WriteBoolean("holdsState", node.Appearance.HoldsState);
        }));
        writer.Lines("nodes", graph.Nodes.Items, (line, node) => line.Object(() =>
        {
            line.WriteString("id", node.Id.ToString());
            line.WriteString("kind", node.Id.Kind.Name);
            line.WriteString("name", node.Id.Name);
            line.WriteString("type", node.Type.Name);
        }));
        writer.Lines("edges", graph.Edges.Items, (line, edge) => line.Object(() =>
        {
            line.WriteString("from", edge.From.ToString());
            line.WriteString("to", edge.To.ToString());
            line.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(edge.Kind.ToString()));
            line.Array("does", edge.Words, line.WriteStringValue);
        }));
    });
}
