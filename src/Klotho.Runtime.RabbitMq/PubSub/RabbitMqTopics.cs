using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.RabbitMq;

/// <summary>
/// Opens topics by their bindings: <c>Klotho:PubSub:ID = amqp://host:port/exchange</c> to publish,
/// <c>Klotho:Subscriptions:ID = amqp://host:port/exchange.unit</c> to receive.
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
        return new RabbitMqTopicDriver(topic, Exchange(topic, of), Queue(topic, of));
    }

    private TopicExchange? Exchange(string topic, List<TopicSubscriber> of)
    {
        if (Find("PubSub", topic) is not { } binding)
        {
            return null;
        }

        var (address, exchange, settings) = Read(binding);
        string[] units = [.. of.Select(subscriber => subscriber.Unit).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        return new TopicExchange(brokers.At(address), exchange, units, Declares(settings));
    }

    private SubscriptionQueue? Queue(string topic, List<TopicSubscriber> of)
    {
        var mine = of.Where(subscriber => role.Runs(subscriber.Unit)).ToList();
        if (mine.Count == 0)
        {
            return null;
        }

        var binding = Find("Subscriptions", topic) ?? throw new InvalidOperationException(
            $"{mine[0].Name} subscribes to the topic '{topic}', which is on RabbitMQ, but Klotho:Subscriptions:{topic} names no queue: set it to amqp://host:port/exchange.unit.");
        var (address, queue, settings) = Read(binding);
        var exchange = settings.GetValueOrDefault("exchange") ?? (queue.LastIndexOf('.') is > 0 and var end ? queue[..end] : null);
        if (Declares(settings) && exchange is null)
        {
            throw binding.Malformed($"{binding.Scheme}://host:port/exchange.unit (or ?exchange=name, or ?declare=false)");
        }

        return new SubscriptionQueue(
            brokers.At(address), Declares(settings) ? exchange : null, queue, [.. mine.Select(subscriber => subscriber.Name).Distinct(StringComparer.Ordinal)],
            options.Value.Concurrency, time, logger);
    }

    private ResourceBinding? Find(string section, string topic) =>
        ResourceBinding.Find(configuration, section, topic) is { Scheme: PlainScheme or TlsScheme } binding ? binding : null;

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
