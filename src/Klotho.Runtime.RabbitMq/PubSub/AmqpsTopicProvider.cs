using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>Opens topics on RabbitMQ through TLS: <c>amqps://host:port/name</c>.</summary>
internal sealed class AmqpsTopicProvider(RabbitMqTopics topics) : IDriverProvider<ITopicDriver>
{
    public string Scheme => RabbitMqTopics.TlsScheme;

    public ITopicDriver Open(string id, ResourceBinding binding) => topics.Open(id);
}
