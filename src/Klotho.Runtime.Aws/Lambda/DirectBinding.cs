using Klotho.Drivers;
using Microsoft.Extensions.Configuration;

namespace Klotho.Aws;

/// <summary>
/// A subscription without a queue, whose messages invoke the unit's function themselves: <c>Klotho:Subscriptions:ID = sns://topic-arn</c> or
/// <c>eventbridge://bus-arn?source=name</c>, both with <c>claims=bucket/prefix</c> where payloads may be in a bucket.
/// </summary>
/// <param name="From">The topic of Amazon SNS, or the bus, which events do not name.</param>
/// <param name="Source">The source that the bus's events have; null of a topic.</param>
/// <param name="Payloads">What its messages are about.</param>
internal sealed record DirectBinding(Arn From, string? Source, QueuePayloads Payloads)
{
    private const string Sns = "sns";
    private const string EventBridge = "eventbridge";
    private const string SourceOption = "source";

    /// <summary>Whether a subscription's binding is one of these.</summary>
    public static bool Is(ResourceBinding subscription) => subscription.Scheme is Sns or EventBridge;

    /// <summary>The one by which a unit receives a topic's messages; null where it receives them otherwise.</summary>
    /// <exception cref="InvalidOperationException">The binding is malformed.</exception>
    public static DirectBinding? Find(IConfiguration configuration, IAwsClients clients, string topic, string unit)
    {
        if (ResourceBinding.FindSubscription(configuration, topic, unit) is not { } binding || !Is(binding))
        {
            return null;
        }

        var parts = binding.Target.Split('?', 2);
        var options = BindingOptions.Read(binding, parts.Length > 1 ? parts[1] : "", binding.Scheme == Sns ? [ClaimPlaces.Option] : [SourceOption, ClaimPlaces.Option]);
        var source = options.GetValueOrDefault(SourceOption);
        return Arn.TryParse(parts[0], out var from) && (from.Service, source) is ("sns", null) or ("events", not null)
            ? new(from, source, new(QueueEnvelope.Of(binding, source is null ? null : EventBridge), ClaimPlaces.Open(clients, binding, options)))
            : throw binding.Malformed(binding.Scheme == Sns ? "sns://topic-arn" : "eventbridge://bus-arn?source=name");
    }
}
