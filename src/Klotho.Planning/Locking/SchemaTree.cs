using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Analysis.Wire;
using Klotho.Planning.Compatibility;
using Klotho.Planning.Locking.Json;

namespace Klotho.Planning.Locking;

/// <summary>A schema inside of a lock file.</summary>
internal static class SchemaTree
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonTree Of(WireSchema schema)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            WireSchemaJson.Write(writer, schema);
        }

        return JsonTreeReader.Run(default, Encoding.UTF8.GetString(buffer.ToArray())).Document ?? new JsonTree.Nothing();
    }

    public static WireSchema? Read(JsonTree tree)
    {
        using var document = JsonDocument.Parse(tree.ToString() ?? "null");
        return WireSchemaJson.Read(document.RootElement);
    }
}
