using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Klotho.Benchmarks.Runtime;

/// <summary>RabbitMQ, by its own client.</summary>
internal static class RabbitMqPairs
{
    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var connection = await RuntimeServers.RabbitMq.ConnectAsync();
        var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.ExchangeDeclareAsync("raw", ExchangeType.Fanout, durable: true);
        await channel.QueueDeclareAsync("raw", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync("raw", "raw", "");
        var messages = servers.App.Services.GetRequiredKeyedService<ITopic<Card>>("messages");
        return
        [
            new("publish, RabbitMQ", "`basic.publish`, persistent, mandatory, confirmed", async number => await channel.BasicPublishAsync(
                "raw", "", mandatory: true, new BasicProperties { Persistent = true, MessageId = Guid.NewGuid().ToString("N") }, JsonSerializer.SerializeToUtf8Bytes(Card.Of(number))),
                async number => await messages.PublishAsync(Card.Of(number))),
        ];
    }
}
