using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>Reads what <c>ReceiveMessage</c> answers, and requests of several messages.</summary>
internal static class SqsMessages
{
    public static IReadOnlyList<SqsMessage> Read(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("Messages", out var messages) && messages.ValueKind == JsonValueKind.Array
            ? [.. messages.EnumerateArray().Select(Message)]
            : [];
    }

    /// <summary>What a request of several answers of those that it did not take. It may name none of them by an array that is not there.</summary>
    public static IReadOnlyList<EntryFailure> Failures(ReadOnlyMemory<byte> answer)
    {
        using var json = JsonDocument.Parse(answer);
        return json.RootElement.TryGetProperty("Failed", out var failed) && failed.ValueKind == JsonValueKind.Array
            ? [.. failed.EnumerateArray().Select(entry => new EntryFailure(
                int.Parse(Text(entry, "Id"), CultureInfo.InvariantCulture), Text(entry, "Code"),
                entry.TryGetProperty("Message", out var message) && message.GetString() is { Length: > 0 } text ? text : Text(entry, "Code"),
                IsTransient: !entry.GetProperty("SenderFault").GetBoolean()))]
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
