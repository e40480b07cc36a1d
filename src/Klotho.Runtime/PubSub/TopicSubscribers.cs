namespace Klotho.Drivers;

/// <summary>Finds a topic's subscribers among all.</summary>
internal static class TopicSubscribers
{
    public static IEnumerable<string> Of(this IEnumerable<TopicSubscriber> subscribers, string topic) =>
        subscribers.Where(subscriber => string.Equals(subscriber.Topic, topic, StringComparison.Ordinal))
            .Select(subscriber => subscriber.Name)
            .Distinct(StringComparer.Ordinal);
}
