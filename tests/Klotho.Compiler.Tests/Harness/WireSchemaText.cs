using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Analysis.Wire;
using Klotho.Planning.Compatibility;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>A schema as text for golden files: as documents show it, but indented below its node.</summary>
internal static class WireSchemaText
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(WirePayload payload)
    {
        var lines = Json(payload.Schema).Split('\n')
            .Where(line => line.Trim() is not ("{" or "}" or "}," or "\"types\": {" or "\"properties\": {"))
            .Select(line => $"  {line.TrimEnd(',', '{', ' ').Replace("\"", "", StringComparison.Ordinal)}\n");
        var name = payload.Name.Length == 0 ? "" : $" {payload.Name}";
        return $"  {payload.Role}{name} {payload.Type}\n{string.Concat(lines)}";
    }

    public static string Json(WireSchema schema)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Options))
        {
            WireSchemaJson.Write(writer, schema);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
