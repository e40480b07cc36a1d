using System.Globalization;
using System.Text;
using Klotho.Drivers;
using RabbitMQ.Client;

namespace Klotho.RabbitMq;

/// <summary>What the properties and headers of a message say of it, beside its payload.</summary>
/// <param name="Id">The same for every copy of the message.</param>
/// <param name="Handler">The one handler that this copy is for; null for all of the unit's.</param>
/// <param name="Failed">How many attempts failed, those included in which a process died.</param>
/// <param name="Waits">The waits that are still ahead of it, in milliseconds.</param>
/// <param name="Reason">Why it is a dead letter.</param>
/// <param name="At">When it became one.</param>
internal sealed record MessageHead(
    string Id, string? Handler = null, int Failed = 0, string? Waits = null, string? Reason = null, DateTimeOffset? At = null)
{
    private const string KeyName = "klotho-key";
    private const string SchemaName = "klotho-schema";
    private const string HandlerName = "klotho-handler";
    private const string FailedName = "klotho-failed";
    private const string WaitsName = "klotho-waits";
    private const string ReasonName = "klotho-reason";
    private const string AtName = "klotho-at";
    private const string DeliveriesName = "x-delivery-count";
    private const string DeathsName = "x-death";
    private const int LongestReason = 1000;

    // Headers must fit into one frame (frame_max, 128 KB), or the broker closes the connection.
    // Source: www.rabbitmq.com/docs/configure, 2026-11-22.
    private const int LongestKey = 1000;

    /// <summary>What its topic is ordered by, or a digest where that is long; null where there is no order.</summary>
    public string? Key { get; init; }

    /// <summary>The version of the schema that it was written with.</summary>
    public string? Schema { get; init; }

    /// <summary>The trace that it was published in.</summary>
    public TraceContext? Trace { get; init; }

    public static MessageHead Of(IReadOnlyBasicProperties properties)
    {
        var headers = properties.Headers ?? new Dictionary<string, object?>();
        return new MessageHead(
            properties.MessageId is { Length: > 0 } id ? id : throw new FormatException("The message has no id: it is none of Klotho's."),
            Text(headers, HandlerName),
            (int)(Number(headers, FailedName) ?? 0),
            Text(headers, WaitsName),
            Text(headers, ReasonName),
            Number(headers, AtName) is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : BuriedAt(headers))
        {
            Key = Text(headers, KeyName),
            Schema = Text(headers, SchemaName),
            Trace = TraceContext.Of(Text(headers, TraceContext.ParentName), Text(headers, TraceContext.StateName)),
        };
    }

    /// <summary>How often the queue has handed the message out before, without hearing of an end.</summary>
    public static int DeliveriesOf(IReadOnlyBasicProperties properties) =>
        (int)(Number(properties.Headers ?? new Dictionary<string, object?>(), DeliveriesName) ?? 0);

    public BasicProperties Write()
    {
        var headers = new Dictionary<string, object?>(StringComparer.Ordinal);
        Add(HandlerName, Handler);
        Add(KeyName, Key is { Length: > LongestKey } lengthy ? KeyDigest.Of(lengthy) : Key);
        Add(SchemaName, Schema);
        Add(TraceContext.ParentName, Trace?.Parent);
        Add(TraceContext.StateName, Trace?.State);
        Add(FailedName, Failed > 0 ? (long)Failed : null);
        Add(WaitsName, Waits);
        Add(ReasonName, Reason?[..Math.Min(Reason.Length, LongestReason)]);
        Add(AtName, At?.ToUnixTimeMilliseconds());
        return new BasicProperties
        {
            MessageId = Id,
            DeliveryMode = DeliveryModes.Persistent,
            ContentType = "application/json",
            Headers = headers,
        };

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                headers[name] = value;
            }
        }
    }

    // What the broker itself moved to the dead letters tells when, the latest first.
    private static DateTimeOffset? BuriedAt(IDictionary<string, object?> headers) =>
        headers.TryGetValue(DeathsName, out var deaths) && deaths is IList<object> and [IDictionary<string, object> death, ..] &&
        death.TryGetValue("time", out var time) && time is AmqpTimestamp at
            ? DateTimeOffset.FromUnixTimeSeconds(at.UnixTime)
            : null;

    private static string? Text(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value) && value is byte[] text ? Encoding.UTF8.GetString(text) : null;

    private static long? Number(IDictionary<string, object?> headers, string name) =>
        headers.TryGetValue(name, out var value) && value is IConvertible number and not string ? number.ToInt64(CultureInfo.InvariantCulture) : null;
}
