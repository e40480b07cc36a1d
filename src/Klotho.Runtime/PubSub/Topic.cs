namespace Klotho.Drivers;

/// <summary>Typed messages on a driver: serialises, and holds sizes to the limit.</summary>
internal sealed class Topic<T>(string id, ITopicDriver driver, PayloadSerializer serializer) : ITopic<T>
{
    public ValueTask PublishAsync(T message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        var payload = serializer.Write(message);
        return payload.Length <= TopicLimits.MaxMessageBytes
            ? driver.PublishAsync(new(payload) { Schema = serializer.SchemaOf<T>() }, cancel)
            : throw new PayloadTooLargeException(
                $"The message to the topic '{id}' is {payload.Length} bytes, over the limit of {TopicLimits.MaxMessageBytes} (Amazon SNS's). " +
                "Keep what is large in a blob store and send its path.");
    }
}
