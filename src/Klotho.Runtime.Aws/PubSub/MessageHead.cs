using System.Globalization;
using System.Text;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What the attributes of a message say of it, beside its payload.</summary>
/// <param name="Id">The same for every copy of the message.</param>
/// <param name="Handler">The one handler that this copy is for; null for all of the unit's.</param>
/// <param name="Failed">How many attempts failed before this copy was made.</param>
/// <param name="Reason">Why it is a dead letter.</param>
internal sealed record MessageHead(string Id, string? Handler = null, int Failed = 0, string? Reason = null)
{
    private const string SchemaName = "klotho-schema";
    private const string IdName = "klotho-id";
    private const string HandlerName = "klotho-handler";
    private const string FailedName = "klotho-failed";
    private const string ReasonName = "klotho-reason";
    private const string ClaimName = "klotho-claim";
    private const string FilterName = "klotho-filter";
    private const int LongestReason = 1000;
    private const int LeastReason = 40;

    /// <summary>The version of the schema that it was written with.</summary>
    public string? Schema { get; init; }

    /// <summary>The trace that it was published in.</summary>
    public TraceContext? Trace { get; init; }

    /// <summary>Where its payload is in the bucket of those that were too large; null where the message holds it.</summary>
    public string? Claim { get; init; }

    /// <summary>What subscriptions choose by; nobody needs it of a message that has come.</summary>
    public string? Filter { get; init; }

    /// <summary>No attributes.</summary>
    public static IReadOnlyDictionary<string, string> Nothing { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Reads a message's attributes; <paramref name="sent"/> is what is known of one that has none of ours.</summary>
    public static MessageHead Of(SqsMessage message, SentMessage sent) => new(
        message.Attributes.GetValueOrDefault(IdName, sent.Id),
        message.Attributes.GetValueOrDefault(HandlerName),
        int.TryParse(message.Attributes.GetValueOrDefault(FailedName), CultureInfo.InvariantCulture, out var failed) ? failed : 0,
        message.Attributes.GetValueOrDefault(ReasonName))
    {
        Schema = message.Attributes.GetValueOrDefault(SchemaName) ?? sent.Schema,
        Claim = message.Attributes.GetValueOrDefault(ClaimName) ?? sent.Claim,
        Trace = TraceContext.Of(message.Attributes.GetValueOrDefault(TraceContext.ParentName), message.Attributes.GetValueOrDefault(TraceContext.StateName)) ?? sent.Trace,
    };

    /// <summary>
    /// The same of a message that is in the unit's own queue. A reason there says that AWS's own redrive put it back from the dead letters, with all of its
    /// attributes: it begins anew, with the one handler that it is for.
    /// </summary>
    public MessageHead Anew => Reason is null ? this : this with { Failed = 0, Reason = null };

    /// <summary>What attributes add to a message's size.</summary>
    public static int SizeOf(IReadOnlyDictionary<string, string> attributes) => attributes.Sum(attribute => SizeOf(attribute.Key, attribute.Value));

    public Dictionary<string, string> Write()
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal) { [IdName] = Id };
        if (Handler is not null)
        {
            attributes[HandlerName] = Handler;
        }

        if (Schema is not null)
        {
            attributes[SchemaName] = Schema;
        }

        if (Claim is not null)
        {
            attributes[ClaimName] = Claim;
        }

        if (Filter is not null)
        {
            attributes[FilterName] = Filter;
        }

        if (Trace is not null)
        {
            attributes[TraceContext.ParentName] = Trace.Parent;
        }

        if (Trace?.State is { } state)
        {
            attributes[TraceContext.StateName] = state;
        }

        if (Failed > 0)
        {
            attributes[FailedName] = Failed.ToString(CultureInfo.InvariantCulture);
        }

        if (Reason is not null)
        {
            attributes[ReasonName] = Printable(Reason);
        }

        return attributes;
    }

    /// <summary>
    /// The attributes that fit beside a body into 256 KB, which every queue takes. A message that came at the limit leaves no room for the reason why it is a
    /// dead letter and the handler that it is for: so the reason is cut, and then the trace left out, and the version. Where even that is too much all is
    /// written, since a queue takes 1 MiB unless it was made to take less (docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html,
    /// 2026-11-22).
    /// </summary>
    public Dictionary<string, string> WriteBeside(ReadOnlyMemory<byte> body)
    {
        var reason = Reason is null ? null : Printable(Reason);
        foreach (var head in new[] { this, this with { Trace = null }, this with { Trace = null, Schema = null } })
        {
            var left = TopicLimits.MaxMessageBytes - body.Length - SizeOf((head with { Reason = null }).Write());
            if (reason is null && left >= 0)
            {
                return head.Write();
            }

            left -= SizeOf(ReasonName, "");
            if (reason is not null && left >= Math.Min(LeastReason, reason.Length))
            {
                return (head with { Reason = Cut(reason, left) }).Write();
            }
        }

        return Write();
    }

    private static string Cut(string text, int bytes)
    {
        while (Encoding.UTF8.GetByteCount(text) > bytes)
        {
            text = text[..^1];
        }

        return text;
    }

    private static int SizeOf(string name, string value) => Encoding.UTF8.GetByteCount(name) + "String".Length + Encoding.UTF8.GetByteCount(value);

    // SQS takes no empty attribute, and no characters that XML 1.0 has not.
    private static string Printable(string reason)
    {
        var text = new string([.. reason.Take(LongestReason).Select(c => char.IsControl(c) || char.IsSurrogate(c) || c >= '\uFFFE' ? ' ' : c)]);
        return string.IsNullOrWhiteSpace(text) ? "unknown" : text;
    }
}
