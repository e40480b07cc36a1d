using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire;
using Klotho.Emit.Output;
using Klotho.Planning.Compatibility;

namespace Klotho.Emit.Documents;

/// <summary><c>graph.json</c>: what the application needs, as docs/schemas/graph.schema.json describes it.</summary>
public static class GraphDocument
{
    /// <summary>Raised when a reader of the last version would misread the document.</summary>
    public const int Version = 2;

    public static OutputFile Print(CapabilityGraph graph) => new(new("graph.json"), JsonFile.Write(writer => Members(writer, graph)));

    /// <summary>The members of the document, into an object that the writer is in.</summary>
    public static void Members(Utf8JsonWriter writer, CapabilityGraph graph)
    {
        writer.WriteNumber("version", Version);
        writer.WriteString("app", graph.App.Value);
        writer.Lines("nodes", graph.Nodes.Items, Node);
        writer.Lines("edges", graph.Edges.Items, Edge);
        if (graph.ConfigurationReads.Count > 0)
        {
            writer.Lines("configuration", graph.ConfigurationReads.Items, Read);
        }
    }

    private static void Read(Utf8JsonWriter writer, ConfigurationRead read) => writer.Object(() =>
    {
        writer.WriteString("unit", read.Unit.ToString());
        writer.WriteString("key", read.Key);
        Witness(writer, read.Witness);
    });

    private static void Witness(Utf8JsonWriter writer, EquatableArray<WitnessStep> witness) => writer.Array("witness", witness, step => writer.Object(() =>
    {
        writer.WriteString("symbol", step.Symbol);
        writer.WritePropertyName("location");
        writer.Location(step.Location);
    }));

    private static void Node(Utf8JsonWriter writer, CapabilityNode node) => writer.Object(() =>
    {
        writer.WriteString("id", node.Id.ToString());
        writer.WriteString("kind", node.Id.Kind.Name);
        writer.WriteString("name", node.Id.Name);
        writer.WriteStartArray("properties");
        foreach (var property in node.Properties)
        {
            writer.Object(() =>
            {
                writer.WriteString("name", property.Name);
                writer.WriteString("value", property.Value);
            });
        }

        writer.WriteEndArray();
        writer.Array("locations", node.Locations, writer.Location);
        writer.Array("payloads", node.Payloads, payload => Payload(writer, payload));
    });

    private static void Payload(Utf8JsonWriter writer, WirePayload payload) => writer.Object(() =>
    {
        writer.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(payload.Role.ToString()));
        writer.WriteString("name", payload.Name);
        writer.WriteString("type", payload.Type);
        writer.WritePropertyName("schema");
        WireSchemaJson.Write(writer, payload.Schema);
    });

    private static void Edge(Utf8JsonWriter writer, CapabilityEdge edge) => writer.Object(() =>
    {
        writer.WriteString("from", edge.From.ToString());
        writer.WriteString("to", edge.To.ToString());
        writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(edge.Kind.ToString()));
        writer.Array("operations", edge.Operations, operation => writer.Object(() =>
        {
            writer.WriteString("name", operation.Name);
            if (operation.Part.Length > 0)
            {
                writer.WriteString("part", operation.Part);
            }

            if (operation.Only.Count > 0)
            {
                writer.Array("only", operation.Only, writer.WriteStringValue);
            }

            Witness(writer, operation.Witness);
        }));
    });
}
