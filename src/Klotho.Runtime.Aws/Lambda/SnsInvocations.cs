using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// Messages of topics of Amazon SNS that the function itself is subscribed to, without a queue between them.
/// Source: docs.aws.amazon.com/lambda/latest/dg/with-sns.html, 2026-11-23.
/// </summary>
internal sealed class SnsInvocations(DirectDelivery delivery) : IInvocationHandler
{
    private const string EventSource = "aws:sns";

    private static readonly byte[] Done = "{}"u8.ToArray();

    public bool Takes(JsonElement invoked) => JsonText.AreRecordsOf(invoked, "EventSource", EventSource);

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        using var activity = XRayTrace.Start("sns", invocation.TraceId);

        // There is one by all that is documented; a failure would repeat those before it, too.
        foreach (var record in invocation.Event.GetProperty("Records").EnumerateArray())
        {
            var topic = JsonText.Of(record, "Sns", "TopicArn") ?? "";
            await delivery.DeliverAsync(Read(record), (binding, _) => string.Equals(binding.From.Text, topic, StringComparison.Ordinal), topic, cancel);
        }

        return new InvocationAnswer(Done);
    }

    // The id is the same each time that SNS or Lambda tries again.
    private static SqsMessage Read(JsonElement record) => new(
        JsonText.Of(record, "Sns", "MessageId") ?? throw new JsonException("A record of a topic has no MessageId."),
        "",
        Encoding.UTF8.GetBytes(JsonText.Of(record, "Sns", "Message") ?? ""),
        1,
        DateTimeOffset.TryParse(JsonText.Of(record, "Sns", "Timestamp"), CultureInfo.InvariantCulture, out var published) ? published : DateTimeOffset.UnixEpoch,
        Attributes(record));

    private static Dictionary<string, string> Attributes(JsonElement record) =>
        JsonText.Find(record, "Sns", "MessageAttributes") is { ValueKind: JsonValueKind.Object } attributes
            ? attributes.EnumerateObject()
                .Where(attribute => JsonText.Of(attribute.Value, "Type") == "String" && JsonText.Of(attribute.Value, "Value") is not null)
                .ToDictionary(attribute => attribute.Name, attribute => JsonText.Of(attribute.Value, "Value") ?? "", StringComparer.Ordinal)
            : new(StringComparer.Ordinal);
}
