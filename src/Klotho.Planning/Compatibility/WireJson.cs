using System.Text.Json;

namespace Klotho.Planning.Compatibility;

/// <summary>Looks into JSON that may be anything.</summary>
internal static class WireJson
{
    public static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    public static bool Flag(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    public static IEnumerable<JsonProperty> Members(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value.EnumerateObject() : [];

    public static void WriteFlag(this Utf8JsonWriter writer, string name, bool isSet)
    {
        if (isSet)
        {
            writer.WriteBoolean(name, true);
        }
    }
}
