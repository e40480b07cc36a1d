using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>Opens topics on RabbitMQ: <c>amqp://host:port/name</c>.</summary>
internal sealed class AmqpTopicProvider(RabbitMqTopics topics) : IDriverProvider<ITopicDriver>
{
    public string Scheme => RabbitMqTopics.PlainScheme;

    public ITopicDriver Open(string id, ResourceBinding binding) => topics.Open(id);
}
