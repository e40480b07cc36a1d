namespace Klotho.Drivers;

/// <summary>Typed messages on a driver: serialises, and holds sizes to the limit.</summary>
internal sealed class Topic<T>(string id, ITopicDriver driver, PayloadSerializer serializer, Func<T, string?>? orderedBy = null, Func<T, string?>? filteredBy = null) : ITopic<T>, IMessageWriter<T>
{
    string IMessageWriter<T>.Topic => id;

    public ValueTask PublishAsync(T message, CancellationToken cancel) => driver.PublishAsync(Write(message), cancel);

    public ValueTask PublishManyAsync(IEnumerable<T> messages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(messages);

        // All are written first: one that cannot be stops the others.
        OutgoingMessage[] written = [.. messages.Select(Write)];
        return written.Length == 0 ? ValueTask.CompletedTask : driver.PublishManyAsync(written, cancel);
    }

    public OutgoingMessage Write(T message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var payload = serializer.Write(message);
        return payload.Length <= driver.MaxMessageBytes
            ? new(payload) { Key = KeyOf(message), Filter = filteredBy?.Invoke(message) is { Length: > 0 } value ? value : null, Schema = serializer.SchemaOf<T>(), Trace = TraceContext.Current }
            : throw new PayloadTooLargeException(
                $"The message to the topic '{id}' is {payload.Length} bytes, over the limit of {driver.MaxMessageBytes}{(driver.MaxMessageBytes == TopicLimits.MaxMessageBytes ? " (Amazon SNS's)" : "")}. " +
                "Keep what is large in a blob store and send its path.");
    }

    private string? KeyOf(T message) => orderedBy is null ? null
        : orderedBy(message) is { Length: > 0 } key ? key
        : throw new InvalidOperationException($"The message to the topic '{id}' has nothing in the member that [OrderedBy] of {typeof(T).Name} names.");
}
