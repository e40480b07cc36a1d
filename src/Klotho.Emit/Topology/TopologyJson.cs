using System.Text.Json;
using Klotho.Emit.Documents;
using Klotho.Emit.Topology.Graphs;

namespace Klotho.Emit.Topology;

/// <summary>The whole topology for programs: every hosted node and every arrow, however few of them a picture shows.</summary>
internal static class TopologyJson
{
    /// <summary>Raised when a reader of the last version would misread the document.</summary>
    private const int Version = 1;

    public static string Print(TopologyGraph graph) => JsonFile.Write(writer =>
    {
        writer.WriteNumber("version", Version);
        writer.WriteString("app", graph.App);
        writer.Array("nodes", graph.Nodes, node => writer.Object(() =>
        {
            writer.WriteString("id", node.Id.ToString());
            writer.WriteString("kind", node.Id.Kind.Name);
            writer.WriteString("name", node.Id.Name);
            writer.WriteString("noun", node.Appearance.Noun);
            writer.WriteString("type", node.Type.Name);
            writer.WriteString("host", node.Host);
            writer.WriteBoolean("holdsState", node.Appearance.HoldsState);
        }));
        writer.Array("edges", graph.Edges, edge => writer.Object(() =>
        {
            writer.WriteString("from", edge.From.ToString());
            writer.WriteString("to", edge.To.ToString());
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(edge.Kind.ToString()));
            writer.Array("does", edge.Words, writer.WriteStringValue);
        }));
    });
}
