using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Klotho.Benchmarks.Runtime;

/// <summary>RabbitMQ, by its own client; on either side a message has an id beside it and the version of its schema, and its queue has dead letters.</summary>
internal static class RabbitMqPairs
{
    private const int Batch = 10;
    private const string Version = "0123456789abcdef";

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var connection = await RuntimeServers.RabbitMq.ConnectAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await DeclareAsync(channel, "raw");
        await DeclareAsync(channel, "raw-queued");
        var messages = servers.App.Services.GetRequiredKeyedService<ITopic<Card>>("messages");
        var handled = servers.App.Services.GetRequiredKeyedService<ITopic<Card>>("handled");

        // As RabbitMQ advises: who publishes too much for the broker is slowed down, and must not slow down who receives.
        var consuming = await RuntimeServers.RabbitMq.ConnectAsync();
        var arrivals = new Arrivals();
        await ConsumeAsync(await consuming.CreateChannelAsync(), "raw-queued", arrivals);
        return
        [
            new("publish, RabbitMQ", "`basic.publish`, persistent, mandatory, confirmed", number => PublishAsync(channel, "raw", Card.Of(number)), async number => await messages.PublishAsync(Card.Of(number))),
            new("publish of 10, RabbitMQ", "the same of each at once", number => Task.WhenAll(BatchOf(number).Select(each => PublishAsync(channel, "raw", Card.Of(each)))),
                async number => await messages.PublishManyAsync(BatchOf(number).Select(Card.Of))) { OneOf = Batch },
            new("publish, until it is handled, RabbitMQ", "the same to who consumes it on another connection, `basic.ack` behind it",
                number => arrivals.WaitAsync(Card.Of(number), card => PublishAsync(channel, "raw-queued", card)), number => servers.Arrivals.WaitAsync(Card.Of(number), async card => await handled.PublishAsync(card))),
        ];
    }

    private static async Task DeclareAsync(IChannel channel, string name)
    {
        await channel.ExchangeDeclareAsync(name, ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync($"{name}.dead", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueDeclareAsync(name, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = 100,
            ["x-dead-letter-exchange"] = "",
            ["x-dead-letter-routing-key"] = $"{name}.dead",
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        });
        await channel.QueueBindAsync(name, name, "");
    }

    private static async Task ConsumeAsync(IChannel channel, string queue, Arrivals arrivals)
    {
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += async (_, message) =>
        {
            arrivals.Take(Arrivals.Read(message.Body));
            await channel.BasicAckAsync(message.DeliveryTag, multiple: false);
        };
        await channel.BasicQosAsync(0, 4, global: false);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer);
    }

    private static async Task PublishAsync(IChannel channel, string exchange, Card card) => await channel.BasicPublishAsync(
        exchange, "", mandatory: true, new BasicProperties
        {
            Persistent = true,
            MessageId = Guid.NewGuid().ToString("N"),
            ContentType = "application/json",
            Headers = new Dictionary<string, object?> { ["raw-schema"] = Version },
        }, JsonSerializer.SerializeToUtf8Bytes(card));

    private static IEnumerable<int> BatchOf(int number) => Enumerable.Range(number * Batch, Batch);
}
