using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// Events whose rule on a bus of Amazon EventBridge has the function itself as its target, without a queue between them. The type of an event is its topic's id.
/// Source: docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html, 2026-11-23.
/// </summary>
internal sealed class EventInvocations(DirectDelivery delivery) : IInvocationHandler
{
    private const string Type = "detail-type";

    private static readonly byte[] Done = "{}"u8.ToArray();

    public bool Takes(JsonElement invoked) =>
        JsonText.Of(invoked, "source") is not null && JsonText.Of(invoked, Type) is not null && JsonText.Find(invoked, "detail") is not null;

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        using var activity = XRayTrace.Start("eventbridge", invocation.TraceId);
        var (source, type) = (JsonText.Of(invocation.Event, "source"), JsonText.Of(invocation.Event, Type));
        await delivery.DeliverAsync(
            Read(invocation.Event),
            (binding, topic) => string.Equals(binding.Source, source, StringComparison.Ordinal) && string.Equals(topic, type, StringComparison.Ordinal),
            $"the source '{source}' and the type '{type}'",
            cancel);
        return new InvocationAnswer(Done);
    }

    // The id is the same each time that EventBridge or Lambda tries again; what we sent along stands in the event itself.
    private static SqsMessage Read(JsonElement invoked) => new(
        JsonText.Of(invoked, "id") ?? throw new JsonException("An event of a bus has no id."),
        "",
        JsonMarshal.GetRawUtf8Value(invoked).ToArray(),
        1,
        DateTimeOffset.TryParse(JsonText.Of(invoked, "time"), CultureInfo.InvariantCulture, out var time) ? time : DateTimeOffset.UnixEpoch,
        MessageHead.Nothing);
}
