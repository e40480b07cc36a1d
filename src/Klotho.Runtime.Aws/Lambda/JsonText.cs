using System.Text.Json;

namespace Klotho.Aws;

/// <summary>Reads text out of an event, of which nothing may be taken for granted.</summary>
internal static class JsonText
{
    /// <summary>The text at a path of properties, or null if there is none.</summary>
    public static string? Of(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is { ValueKind: JsonValueKind.String } found ? found.GetString() : null;

    /// <summary>The value at a path of properties, or null if there is none.</summary>
    public static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var property in path)
        {
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(property, out json))
            {
                return null;
            }
        }

        return json;
    }

    /// <summary>Whether an event is records of one service, at least one; <paramref name="property"/> says of each which, and services do not spell it alike.</summary>
    public static bool AreRecordsOf(JsonElement json, string property, string service) =>
        Find(json, "Records") is { ValueKind: JsonValueKind.Array } records &&
        records.EnumerateArray().Any() &&
        records.EnumerateArray().All(record => Of(record, property) == service);
}
