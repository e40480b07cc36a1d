using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.RabbitMq;

/// <summary>
/// Opens topics by their bindings: <c>Klotho:PubSub:ID = amqp://host:port/exchange</c> to publish,
/// <c>Klotho:Subscriptions:ID = amqp://host:port/exchange.unit</c> to receive, or in a process of several units
/// <c>Klotho:Subscriptions:ID:UNIT</c> for each.
/// </summary>
internal sealed class RabbitMqTopics(
    Brokers brokers, ValueSources values, IConfiguration configuration, IEnumerable<TopicSubscriber> subscribers, ProcessRole role,
    IOptions<KlothoOptions> options, TimeProvider time, ILogger<SubscriptionQueue> logger)
{
    public const string PlainScheme = "amqp";
    public const string TlsScheme = "amqps";

    /// <exception cref="InvalidOperationException">A binding is malformed, or the unit has a handler and no queue.</exception>
    public ITopicDriver Open(string topic)
    {
        var of = subscribers.Where(subscriber => string.Equals(subscriber.Topic, topic, StringComparison.Ordinal)).Distinct().ToList();
        return new RabbitMqTopicDriver(topic, Exchange(topic, of), Queues(topic, of));
    }

    private TopicExchange? Exchange(string topic, List<TopicSubscriber> of)
    {
        if (OnRabbitMq(ResourceBinding.Find(configuration, "PubSub", topic)) is not { } binding)
        {
            return null;
        }

        var (address, exchange, settings) = Read(binding);
        string[] units = [.. of.Select(subscriber => subscriber.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new TopicExchange(brokers.At(address), exchange, units, of.Any(subscriber => subscriber.IsOrdered), Declares(settings));
    }

    // Handlers whose units have one queue between them share it.
    private IReadOnlyList<SubscriptionQueue> Queues(string topic, List<TopicSubscriber> of) =>
    [
        .. of.Where(subscriber => role.Runs(subscriber.Unit))
            .Select(subscriber => (subscriber.Name, Binding: Subscription(topic, subscriber)))
            .GroupBy(handler => handler.Binding.Target, StringComparer.Ordinal)
            .Select(queue => Queue(queue.First().Binding, [.. queue.Select(handler => handler.Name)], of.Any(subscriber => subscriber.IsOrdered))),
    ];

    private ResourceBinding Subscription(string topic, TopicSubscriber subscriber) =>
        OnRabbitMq(ResourceBinding.FindSubscription(configuration, topic, subscriber.Unit)) ?? throw new InvalidOperationException(
            $"{subscriber.Name} subscribes to the topic '{topic}', which is on RabbitMQ, but Klotho:Subscriptions:{topic} names no queue: set it to amqp://host:port/exchange.unit.");

    private SubscriptionQueue Queue(ResourceBinding binding, IReadOnlyList<string> handlers, bool isOrdered)
    {
        var (address, queue, settings) = Read(binding);
        var exchange = settings.GetValueOrDefault("exchange") ?? (queue.LastIndexOf('.') is > 0 and var end ? queue[..end] : null);
        if (Declares(settings) && exchange is null)
        {
            throw binding.Malformed($"{binding.Scheme}://host:port/exchange.unit (or ?exchange=name, or ?declare=false)");
        }

        return new SubscriptionQueue(
            brokers.At(address), Declares(settings) ? exchange : null, queue, handlers, isOrdered, options.Value.Concurrency, time, logger);
    }

    private static ResourceBinding? OnRabbitMq(ResourceBinding? binding) => binding is { Scheme: PlainScheme or TlsScheme } ? binding : null;

    private (BrokerAddress Address, string Name, IReadOnlyDictionary<string, string> Options) Read(ResourceBinding binding)
    {
        var read = BrokerAddress.Read(binding);
        foreach (var reference in new[] { read.Address.Password, read.Address.Authority }.OfType<ResourceBinding>())
        {
            values.Check(reference);
        }

        return read;
    }

    private static bool Declares(IReadOnlyDictionary<string, string> settings) => settings.GetValueOrDefault("declare") != "false";
}
