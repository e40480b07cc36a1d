using System.Runtime.CompilerServices;
using Klotho.Drivers;

namespace Klotho.RabbitMq;

/// <summary>
/// A topic that this process publishes to, the queues that its units receive from, or both. Dead letters are shown and redriven by a process
/// of the unit that they belong to.
/// </summary>
internal sealed class RabbitMqTopicDriver(string id, TopicExchange? exchange, IReadOnlyList<SubscriptionQueue> queues) : ITopicDriver, ICheckedDriver, IDisposable
{
    public string? PublishingSystem => "rabbitmq";

    /// <summary>Queues of a topic whose subscribers are ordered are made so, or refused.</summary>
    public bool KeepsOrder => true;

    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        await (exchange?.CheckAsync(cancel) ?? ValueTask.CompletedTask);
        foreach (var queue in queues)
        {
            await queue.CheckAsync(cancel);
        }
    }

    /// <summary>Makes the exchange and the queues that are missing.</summary>
    /// <exception cref="InvalidOperationException">A queue is there and keeps no order, as is asked for.</exception>
    public async ValueTask PrepareAsync(CancellationToken cancel)
    {
        await (exchange?.PrepareAsync(cancel) ?? ValueTask.CompletedTask);
        foreach (var queue in queues)
        {
            await queue.PrepareAsync(cancel);
        }
    }

    public ValueTask PublishAsync(OutgoingMessage message, CancellationToken cancel) => Exchange().PublishAsync(message, cancel);

    public ValueTask PublishManyAsync(IReadOnlyList<OutgoingMessage> messages, CancellationToken cancel) => Exchange().PublishManyAsync(messages, cancel);

    public ValueTask<ITopicDelivery> ReceiveAsync(string subscriber, CancellationToken cancel) =>
        (Of(subscriber) ?? throw new InvalidOperationException($"This unit subscribes to the topic '{id}', but Klotho:Subscriptions:{id} is not set."))
        .ReceiveAsync(subscriber, cancel);

    public async IAsyncEnumerable<DeadLetter> DeadLettersAsync(string subscriber, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (Of(subscriber) is not { } queue)
        {
            yield break;
        }

        foreach (var letter in await queue.Dead.ListAsync(subscriber, cancel))
        {
            yield return letter;
        }
    }

    public async ValueTask<int> RedriveAsync(string subscriber, CancellationToken cancel) =>
        Of(subscriber) is { } queue ? await queue.Dead.RedriveAsync(subscriber, cancel) : 0;

    public void Dispose()
    {
        exchange?.Dispose();
        foreach (var queue in queues)
        {
            queue.Dispose();
        }
    }

    private TopicExchange Exchange() =>
        exchange ?? throw new InvalidOperationException($"This unit publishes to the topic '{id}', but Klotho:PubSub:{id} is not set.");

    private SubscriptionQueue? Of(string subscriber) => queues.FirstOrDefault(queue => queue.Serves(subscriber));
}
