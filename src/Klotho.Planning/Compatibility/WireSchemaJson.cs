using System.Text.Json;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>
/// A schema as JSON, for documents and the lock: an object of the root's text and of types, with a line per property. The
/// writer needs an encoder that leaves <c>&lt;</c> as it is, or the texts become hard to read.
/// </summary>
public static class WireSchemaJson
{
    public static void Write(Utf8JsonWriter writer, WireSchema schema)
    {
        writer.WriteStartObject();
        writer.WriteString("root", WireText.Of(schema.Root));
        if (schema.Types.Count > 0)
        {
            writer.WriteStartObject("types");
            foreach (var type in schema.Types)
            {
                writer.WritePropertyName(type.Name.Value);
                WireTypeJson.Write(writer, type);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    /// <summary>The schema that stands in a document; null where something else does.</summary>
    public static WireSchema? Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || WireJson.Text(json, "root") is not { } root || WireText.Parse(root) is not { } value)
        {
            return null;
        }

        var types = WireJson.Members(json, "types").Select(type => WireTypeJson.Read(new(type.Name), type.Value)).ToList();
        return types.Contains(null) ? null : new(value, types.OfType<WireType>().OrderBy(type => type.Name).ToEquatableArray());
    }
}
