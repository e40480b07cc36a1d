using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// Reads a message as Lambda hands it over.
/// Source: docs.aws.amazon.com/lambda/latest/dg/with-sqs.html, 2026-11-22.
/// </summary>
internal static class SqsRecord
{
    public static (SqsMessage Message, string Queue) Read(JsonElement record)
    {
        var message = new SqsMessage(
            JsonText.Of(record, "messageId") ?? throw new JsonException("A record of a queue has no messageId."),
            JsonText.Of(record, "receiptHandle") ?? "",
            Encoding.UTF8.GetBytes(JsonText.Of(record, "body") ?? ""),
            Number(record, "ApproximateReceiveCount") is { } count ? (int)count : 1,
            DateTimeOffset.FromUnixTimeMilliseconds(Number(record, "SentTimestamp") ?? 0),
            Attributes(record))
        {
            Group = JsonText.Of(record, "attributes", "MessageGroupId"),
        };
        return (message, JsonText.Of(record, "eventSourceARN") ?? "");
    }

    private static long? Number(JsonElement record, string attribute) =>
        long.TryParse(JsonText.Of(record, "attributes", attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static Dictionary<string, string> Attributes(JsonElement record)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        if (JsonText.Find(record, "messageAttributes") is { ValueKind: JsonValueKind.Object } found)
        {
            foreach (var attribute in found.EnumerateObject())
            {
                if (JsonText.Of(attribute.Value, "stringValue") is { } value)
                {
                    attributes[attribute.Name] = value;
                }
            }
        }

        return attributes;
    }
}
