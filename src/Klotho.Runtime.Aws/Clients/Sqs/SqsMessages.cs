using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>Reads what <c>ReceiveMessage</c> answers.</summary>
internal static class SqsMessages
{
    public static IReadOnlyList<SqsMessage> Read(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("Messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Select(Message)]
            : [];
    }

    private static SqsMessage Message(JsonElement message)
    {
        var system = message.GetProperty("Attributes");
        return new SqsMessage(
            Text(message, "MessageId"),
            Text(message, "ReceiptHandle"),
            Encoding.UTF8.GetBytes(Text(message, "Body")),
            int.Parse(Text(system, "ApproximateReceiveCount"), CultureInfo.InvariantCulture),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Text(system, "SentTimestamp"), CultureInfo.InvariantCulture)),
            Attributes(message))
        {
            Group = system.TryGetProperty("MessageGroupId", out var group) ? group.GetString() : null,
        };
    }

    private static Dictionary<string, string> Attributes(JsonElement message) =>
        message.TryGetProperty("MessageAttributes", out var attributes) && attributes.ValueKind == JsonValueKind.Object
            ? attributes.EnumerateObject()
                .Where(attribute => attribute.Value.TryGetProperty("StringValue", out _))
                .ToDictionary(attribute => attribute.Name, attribute => Text(attribute.Value, "StringValue"), StringComparer.Ordinal)
            : [];

    private static string Text(JsonElement element, string property) => element.GetProperty(property).GetString() ?? "";
}
