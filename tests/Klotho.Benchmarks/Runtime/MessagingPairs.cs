using System.Text.Json;
using Klotho.Aws;
using Klotho.Runtime.Tests.Aws;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Benchmarks.Runtime;

/// <summary>
/// Topics on SNS, SQS and EventBridge; on either side a message has an id beside it and the version of its schema. AWS's own clients for these are not to be had where this runs; the runtime's make the same requests by the same SDK, and are
/// here used by themselves.
/// </summary>
internal static class MessagingPairs
{
    private const int Batch = 10;
    private const int MostAtOnce = 10;
    private const string Version = "0123456789abcdef";

    private static readonly TimeSpan LongPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        using var setup = new MessagingSetup(RuntimeServers.Aws.Address);
        return
        [
            .. await PublishAsync(servers, setup),
            await PublishInOrderAsync(servers, setup),
            await PublishEventAsync(servers),
            await RoundTripAsync(servers, setup),
        ];
    }

    private static async Task<IEnumerable<OperationPair>> PublishAsync(RuntimeServers servers, MessagingSetup setup)
    {
        var topic = await setup.TopicAsync(RuntimeServers.Name, await setup.QueueAsync(RuntimeServers.Name));
        var client = Clients(servers).Sns(topic.Region);
        var notices = Topic(servers, "notices");
        return
        [
            new("publish, SNS → SQS", "`Publish`", async number => await client.PublishAsync(topic, Bytes(number), Attributes(), default), async number => await notices.PublishAsync(Card.Of(number))),
            new("publish of 10, SNS → SQS", "`PublishBatch`", async number => await client.PublishBatchAsync(topic, [.. BatchOf(number).Select(each => new BatchEntry(Bytes(each), Attributes()))], default),
                async number => await notices.PublishManyAsync(BatchOf(number).Select(Card.Of))) { OneOf = Batch },
        ];
    }

    private static async Task<OperationPair> PublishInOrderAsync(RuntimeServers servers, MessagingSetup setup)
    {
        var topic = await setup.TopicAsync(RuntimeServers.OrderedName, await setup.OrderedQueueAsync(RuntimeServers.Name));
        var client = Clients(servers).Sns(topic.Region);
        var lines = Topic(servers, "lines");
        return new("publish in order, SNS → SQS (FIFO)", "`Publish` with a group and an id against duplicates",
            async number => await client.PublishInOrderAsync(topic, Bytes(number), Attributes(), new MessageTurn(Card.Of(number).Line, Guid.NewGuid().ToString("N")), default),
            async number => await lines.PublishAsync(Card.Of(number)));
    }

    /// <summary>The bus is a stand-in of the tests, in this process: what it takes itself is more than a service would take of this machine.</summary>
    private static async Task<OperationPair> PublishEventAsync(RuntimeServers servers)
    {
        var bus = (await EventBridgeStandIn.OfAsync(RuntimeServers.Aws)).Bus(RuntimeServers.Name, RuntimeServers.Name, "events");
        var client = Clients(servers).EventBridge(bus.Region);
        var events = Topic(servers, "events");
        return new("publish, EventBridge", "`PutEvents` of one", async number =>
            await client.PutEventsAsync(bus, [new EventEntry(RuntimeServers.Name, "events", Bytes(number)) { Resources = [.. Attributes().Select(each => $"{each.Key}:{each.Value}")] }], default),
            async number => await events.PublishAsync(Card.Of(number)));
    }

    /// <summary>Neither side waits for the deletion of a message before it goes on.</summary>
    private static async Task<OperationPair> RoundTripAsync(RuntimeServers servers, MessagingSetup setup)
    {
        var queue = await setup.QueueAsync("raw-queued");
        var client = Clients(servers).Sqs(queue.Region);
        var url = client.UrlOf(queue);
        var arrivals = new Arrivals();
        _ = ReceiveAsync();
        var queued = Topic(servers, "queued");
        return new("publish, until it is handled, SQS", "`SendMessage`, `ReceiveMessage` as a long poll, `DeleteMessage` behind it",
            number => arrivals.WaitAsync(Card.Of(number), async card => await client.SendAsync(url, JsonSerializer.SerializeToUtf8Bytes(card), Attributes(), TimeSpan.Zero, default)),
            number => servers.Arrivals.WaitAsync(Card.Of(number), async card => await queued.PublishAsync(card)));

        // To the end of the process.
        async Task ReceiveAsync()
        {
            while (true)
            {
                foreach (var message in await client.ReceiveAsync(url, MostAtOnce, LongPoll, Lease, default))
                {
                    _ = Task.Run(() => HandleAsync(message));
                }
            }
        }

        // Several at once, as by the runtime: the next are asked for meanwhile.
        async Task HandleAsync(SqsMessage message)
        {
            arrivals.Take(Arrivals.Read(message.Body));
            await client.DeleteAsync(url, message.ReceiptHandle, default);
        }
    }

    private static Dictionary<string, string> Attributes() => new() { ["raw-id"] = Guid.NewGuid().ToString("N"), ["raw-schema"] = Version };

    private static IAwsClients Clients(RuntimeServers servers) => servers.App.Services.GetRequiredService<IAwsClients>();

    private static ITopic<Card> Topic(RuntimeServers servers, string id) => servers.App.Services.GetRequiredKeyedService<ITopic<Card>>(id);

    private static byte[] Bytes(int number) => JsonSerializer.SerializeToUtf8Bytes(Card.Of(number));

    private static IEnumerable<int> BatchOf(int number) => Enumerable.Range(number * Batch, Batch);
}
