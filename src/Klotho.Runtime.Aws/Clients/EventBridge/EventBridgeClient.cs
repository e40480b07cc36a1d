using System.Text.Json;

namespace Klotho.Aws;

/// <summary>Amazon EventBridge over its JSON protocol.</summary>
internal sealed class EventBridgeClient(string region)
    : AwsClient(AwsService.EventBridge, JsonProtocol.Instance, new AwsClientConfig(AwsService.EventBridge, region)), IEventBridgeClient
{
    // Those that may be sent again (docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsResultEntry.html, 2026-11-22).
    private static readonly string[] Transient = ["InternalException", "InternalFailure", "ThrottlingException"];

    public async ValueTask<IReadOnlyList<EntryFailure>> PutEventsAsync(Arn bus, IReadOnlyList<EventEntry> entries, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(entries.Count, IEventBridgeClient.MostEntries);
        return Failures(await SendAsync(JsonProtocol.Call11("AWSEvents", "PutEvents", json => Write(json, bus, entries)), cancel));
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
    private static List<EntryFailure> Failures(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        return [.. json.RootElement.GetProperty("Entries").EnumerateArray().Index()
            .Where(entry => Text(entry.Item, "EventId") is null || Text(entry.Item, "ErrorCode") is not null)
            .Select(entry => (entry.Index, Code: Text(entry.Item, "ErrorCode") ?? throw new JsonException("PutEvents answered an entry with neither an id nor an error."), entry.Item))
            .Select(entry => new EntryFailure(
                entry.Index, entry.Code, $"Amazon EventBridge did not take the event: {Text(entry.Item, "ErrorMessage") ?? entry.Code}", Transient.Contains(entry.Code, StringComparer.Ordinal)))];
    }

    private static string? Text(JsonElement entry, string property) => entry.TryGetProperty(property, out var value) ? value.GetString() : null;
}
