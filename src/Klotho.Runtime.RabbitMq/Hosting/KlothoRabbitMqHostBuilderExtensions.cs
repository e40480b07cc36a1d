using Klotho.Drivers;
using Klotho.RabbitMq;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds RabbitMQ to what Klotho's topics can be bound to.</summary>
public static class KlothoRabbitMqHostBuilderExtensions
{
    /// <summary>
    /// Opens bindings to RabbitMQ (3.10 or later): <c>Klotho:PubSub:ID = amqp://user@host:port/exchange</c> to publish,
    /// <c>Klotho:Subscriptions:ID = amqp://user@host:port/exchange.unit</c> to receive; <c>amqps://</c> or <c>?tls=require</c> for TLS,
    /// <c>?password=file:///path</c> for the password, which never stands in the binding itself. A binding that cannot be read stops the
    /// start with a message that names its key, and so does a queue of an ordered topic that is there and keeps no order; other connections are made on first use.
    /// </summary>
    public static TBuilder AddKlothoRabbitMq<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Brokers>();
        services.TryAddSingleton<RabbitMqTopics>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OrderedTopicPreparation>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, AmqpTopicProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, AmqpsTopicProvider>());
        return builder;
    }
}
