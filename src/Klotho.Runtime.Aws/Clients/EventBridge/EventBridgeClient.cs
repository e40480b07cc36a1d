using System.Net;
using System.Text.Json;
using Amazon.Runtime;

namespace Klotho.Aws;

/// <summary>Amazon EventBridge over its JSON protocol.</summary>
internal sealed class EventBridgeClient(string region)
    : AwsClient(AwsService.EventBridge, JsonProtocol.Instance, new AwsClientConfig(AwsService.EventBridge, region)), IEventBridgeClient
{
    public async ValueTask<IReadOnlyList<string>> PutEventsAsync(Arn bus, IReadOnlyList<EventEntry> entries, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, IEventBridgeClient.MostEntries);
        return Ids(await SendAsync(JsonProtocol.Call11("AWSEvents", "PutEvents", json => Write(json, bus, entries)), cancel));
    }

    private static void Write(Utf8JsonWriter json, Arn bus, IReadOnlyList<EventEntry> entries)
    {
        json.WriteStartArray("Entries");
        foreach (var entry in entries)
        {
            json.WriteStartObject();
            json.WriteString("EventBusName", bus.Text);
            json.WriteString("Source", entry.Source);
            json.WriteString("DetailType", entry.DetailType);
            json.WriteString("Detail", entry.Detail.Span);
            json.WriteStartArray("Resources");
            foreach (var resource in entry.Resources)
            {
                json.WriteStringValue(resource);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // A request that the service takes may still fail for some of its entries (API_PutEvents.html, 2026-11-22).
    private static List<string> Ids(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        var ids = new List<string>();
        foreach (var entry in json.RootElement.GetProperty("Entries").EnumerateArray())
        {
            if (Text(entry, "ErrorCode") is { } code)
            {
                throw new AmazonServiceException(
                    $"Amazon EventBridge did not take the event: {Text(entry, "ErrorMessage") ?? code}", null, ErrorType.Unknown, code, null, HttpStatusCode.OK);
            }

            ids.Add(Text(entry, "EventId") ?? throw new JsonException("PutEvents answered an entry with neither an id nor an error."));
        }

        return ids;
    }

    private static string? Text(JsonElement entry, string property) => entry.TryGetProperty(property, out var value) ? value.GetString() : null;
}
