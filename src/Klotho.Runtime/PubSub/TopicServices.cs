using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>The driver of a topic, needed by those who publish to it and by those who subscribe.</summary>
internal static class TopicServices
{
    /// <summary>Where a topic's binding stands. A unit that only subscribes is given its queue and not the topic.</summary>
    public static IReadOnlyList<string> Sections { get; } = ["PubSub", "Subscriptions"];

    public static void AddTopicDriver(this IServiceCollection services, string topic, bool isOrdered)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PayloadSerializer>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, MemoryTopicProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>, FileTopicProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<ITopicDriver>>(new UnboundProvider<ITopicDriver>(static missing => new UnboundTopicDriver(missing))));
        services.AddDriverDecoration<ITopicDriver, ChaosTopic>();
        services.AddDriverDecoration<ITopicDriver, ObservedTopic>();
        services.AddDriver<ITopicDriver>(topic, [.. Sections]);
        if (isOrdered)
        {
            // A process that could break the order does not start.
            services.AddSingleton(new DriverRegistration(topic, Sections, typeof(ITopicDriver), provider => OrderedTopic.Require(topic, provider.GetRequiredKeyedService<ITopicDriver>(topic))));
        }
    }
}
