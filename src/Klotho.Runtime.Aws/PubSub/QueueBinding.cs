using Klotho.Drivers;
using Microsoft.Extensions.Configuration;

namespace Klotho.Aws;

/// <summary>A unit's queue for a topic: <c>Klotho:Subscriptions:ID = sqs://queue-arn?envelope=eventbridge&amp;claims=bucket/prefix</c>.</summary>
/// <param name="Queue">The queue.</param>
/// <param name="Payloads">What its messages are about.</param>
internal sealed record QueueBinding(Arn Queue, QueuePayloads Payloads)
{
    public const string Scheme = "sqs";

    /// <summary>The queue that a unit receives a topic's messages from; null where the configuration names none, or something that invokes a function itself.</summary>
    /// <exception cref="InvalidOperationException">The binding is malformed.</exception>
    public static QueueBinding? Find(IConfiguration configuration, IAwsClients clients, string topic, string unit)
    {
        if (ResourceBinding.FindSubscription(configuration, topic, unit) is not { } binding || DirectBinding.Is(binding))
        {
            return null;
        }

        var end = binding.Target.IndexOf('?', StringComparison.Ordinal);
        var (name, query) = end < 0 ? (binding.Target, "") : (binding.Target[..end], binding.Target[end..]);
        return binding.Scheme == Scheme && Arn.TryParse(name, out var queue) && queue.Service == "sqs" && BindingOptions.Read(binding, query, ["envelope", ClaimPlaces.Option]) is var options
            ? new(queue, new(QueueEnvelope.Of(binding, options.GetValueOrDefault("envelope")), ClaimPlaces.Open(clients, binding, options)))
            : throw binding.Malformed("sqs://queue-arn, such as sqs://arn:aws:sqs:eu-central-1:123456789012:queue");
    }
}
