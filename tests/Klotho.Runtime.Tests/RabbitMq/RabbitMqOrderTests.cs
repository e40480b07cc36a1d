using System.Globalization;
using System.Text;
using Klotho.Drivers;
using Klotho.RabbitMq;
using Klotho.Runtime.Tests.Servers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using RabbitMQ.Client.Exceptions;

namespace Klotho.Runtime.Tests.RabbitMq;

/// <summary>How the order of messages by key holds on RabbitMQ where processes and connections come and go.</summary>
public sealed class RabbitMqOrderTests(RabbitMqServer server) : IClassFixture<RabbitMqServer>
{
    private const string Handler = "Reader.Read";

    // More than a process holds at once.
    private const int Many = OrderedConsumption.Places + 50;

    private readonly CancellationToken _soon = new CancellationTokenSource(TimeSpan.FromSeconds(120)).Token;

    private readonly string _name = $"turns-{Guid.NewGuid():N}";

    [Fact]
    public async Task What_processes_held_that_ended_comes_again_in_its_order_and_none_becomes_a_dead_letter()
    {
        // More ends than a message has attempts, and than a queue of RabbitMQ 4 hands a message out by itself.
        for (var ends = 0; ends < 25; ends++)
        {
            await using var app = await StartAsync();
            if (ends == 0)
            {
                await PublishAsync(app, "a", Many);
            }

            // The first is handled, the second only begun with.
            var first = await Driver(app).ReceiveAsync(Handler, _soon);
            Assert.Equal(ends, Number(first));
            await first.CompleteAsync();
            Assert.Equal(ends + 1, Number(await Driver(app).ReceiveAsync(Handler, _soon)));
        }

        await using var last = await StartAsync();
        for (var number = 25; number < Many; number++)
        {
            var delivery = await Driver(last).ReceiveAsync(Handler, _soon);
            Assert.Equal(number, Number(delivery));
            await delivery.CompleteAsync();
        }

        Assert.Empty(await Driver(last).DeadLettersAsync(Handler, _soon).ToListAsync(_soon));
    }

    [Fact]
    public async Task Each_process_that_dies_of_a_message_counts_from_the_second_on_and_what_waits_counts_none()
    {
        string? id = null;
        foreach (var attempt in new[] { 1, 1, 2, 3 })
        {
            await using var app = await StartAsync();
            if (id is null)
            {
                await PublishAsync(app, "a", 2);
            }

            var begun = await Driver(app).ReceiveAsync(Handler, _soon);
            Assert.Equal((id ?? begun.MessageId, attempt), (begun.MessageId, begun.Attempt));
            id = begun.MessageId;
        }

        await using (var app = await StartAsync())
        {
            var again = await Driver(app).ReceiveAsync(Handler, _soon);
            Assert.Equal((id, 4), (again.MessageId, again.Attempt));
            await again.DeadLetterAsync("enough");
            var behind = await Driver(app).ReceiveAsync(Handler, _soon);
            Assert.Equal((1, 1), (Number(behind), behind.Attempt));
            await behind.CompleteAsync();
            Assert.Equal(1, await Driver(app).RedriveAsync(Handler, _soon));
            Assert.Equal((id, 1), await TakeAsync(app));
        }

        // Nothing of what was before it was redriven.
        await using var last = await StartAsync();
        Assert.Equal((id, 1), await TakeAsync(last));
    }

    [Fact]
    public async Task Who_waits_gets_the_next_message_when_the_first_has_stopped_and_ended_what_it_was_at()
    {
        await using var first = await StartAsync();
        using var stopping = new CancellationTokenSource();
        await PublishAsync(first, "a", 3);
        var held = await Driver(first).ReceiveAsync(Handler, stopping.Token);
        await using var connection = await server.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        var (consumer, waiting) = (new AsyncEventingBasicConsumer(channel), new TaskCompletionSource<string>());
        consumer.ReceivedAsync += (_, received) =>
        {
            waiting.TrySetResult(Encoding.UTF8.GetString(received.Body.Span));
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync($"{_name}.reading", autoAck: false, consumer);

        await stopping.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Driver(first).ReceiveAsync(Handler, stopping.Token));
        for (var questions = 0; questions < 50; questions++)
        {
            // Time for the broker to hand something out, if it would.
            await channel.QueueDeclarePassiveAsync($"{_name}.reading");
            Assert.False(waiting.Task.IsCompleted);
        }

        await held.CompleteAsync();

        Assert.Equal((0, "1"), (Number(held), await waiting.Task.WaitAsync(_soon)));
    }

    [Fact]
    public async Task The_next_of_a_key_is_not_begun_with_before_the_broker_knows_of_the_end_of_the_one_ahead()
    {
        await using (var publisher = await StartAsync(unit: "main"))
        {
            await PublishAsync(publisher, "a", 2);
        }

        await using var proxy = new MeteredProxy(server.Port) { Left = int.MaxValue };
        await using var reader = await StartAsync(port: proxy.Port);
        var first = await Driver(reader).ReceiveAsync(Handler, _soon);

        // The broker's next answer is lost, with the connection.
        proxy.Left = 0;
        await Assert.ThrowsAnyAsync<Exception>(async () => await first.CompleteAsync());
        proxy.Left = int.MaxValue;
        var next = await AfterTheCutAsync(reader);

        // Whether the broker has heard is its own affair; what it has not comes ahead of the next.
        Assert.InRange(Number(next), 0, 1);
        await next.CompleteAsync();
        if (Number(next) == 0)
        {
            Assert.Equal(1, Number(await Driver(reader).ReceiveAsync(Handler, _soon)));
        }
    }

    [Theory]
    [InlineData("main")]
    [InlineData("reading")]
    public async Task A_queue_that_keeps_no_order_stops_the_start_with_what_to_do(string unit)
    {
        await using (var before = await StartAsync(isOrdered: false))
        {
            await Driver(before).PublishAsync(new("1"u8.ToArray()), _soon);
        }

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(unit: unit));

        Assert.Contains($"'{_name}.reading'", error.Message, StringComparison.Ordinal);
        Assert.Contains("x-single-active-consumer", error.Message, StringComparison.Ordinal);
        Assert.Contains("Let it empty and delete it", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_queue_of_the_emitted_definitions_is_one_that_keeps_order()
    {
        await using var connection = await server.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync($"{_name}.reading", durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
        {
            ["x-queue-type"] = "quorum",
            ["x-single-active-consumer"] = true,
            ["x-delivery-limit"] = 1_000_000_000L,
        });
        await using var app = await StartAsync();
        await PublishAsync(app, "a", 1);

        Assert.Equal(0, Number(await Driver(app).ReceiveAsync(Handler, _soon)));
    }

    [Fact]
    public async Task A_dead_letter_tells_its_key_and_one_that_is_longer_than_a_header_may_be_keeps_its_order()
    {
        await using var app = await StartAsync();
        var key = new string('k', 200_000);
        await PublishAsync(app, key, 2);

        await (await Driver(app).ReceiveAsync(Handler, _soon)).DeadLetterAsync("no use");
        Assert.Equal(1, Number(await Driver(app).ReceiveAsync(Handler, _soon)));

        var letter = Assert.Single(await Driver(app).DeadLettersAsync(Handler, _soon).ToListAsync(_soon));
        Assert.Equal(("no use", KeyDigest.Of(key)), (letter.Reason, letter.Key));
    }

    private static ITopicDriver Driver(TestApplication app) => app.Keyed<ITopicDriver>("turns");

    private static int Number(ITopicDelivery delivery) => int.Parse(Encoding.UTF8.GetString(delivery.Payload.Span), CultureInfo.InvariantCulture);

    private async Task<(string Id, int Attempt)> TakeAsync(TestApplication app) =>
        await Driver(app).ReceiveAsync(Handler, _soon) is var delivery ? (delivery.MessageId, delivery.Attempt) : default;

    private async Task PublishAsync(TestApplication app, string key, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await Driver(app).PublishAsync(new(Encoding.UTF8.GetBytes(number.ToString(CultureInfo.InvariantCulture))) { Key = key }, _soon);
        }
    }

    private async Task<ITopicDelivery> AfterTheCutAsync(TestApplication app)
    {
        while (true)
        {
            try
            {
                return await Driver(app).ReceiveAsync(Handler, _soon);
            }
            catch (Exception ended) when (ended is IOException or RabbitMQClientException)
            {
                _soon.ThrowIfCancellationRequested();
            }
        }
    }

    // The subscription never receives by itself: a host that triggers handlers is there.
    private Task<TestApplication> StartAsync(string? unit = null, int? port = null, bool isOrdered = true) => TestApplication.StartAsync(
        [
            new TopicDeclaration<int>("turns") { OrderedBy = isOrdered ? static number => $"{number}" : null },
            new SubscriptionDeclaration<object, int>("turns", "reading", Handler, (_, _, _, _) => ValueTask.CompletedTask) { IsOrdered = isOrdered },
        ],
        new()
        {
            ["Klotho:Unit"] = unit,
            ["Klotho:PubSub:turns"] = server.Binding(_name, port),
            ["Klotho:Subscriptions:turns"] = server.Binding($"{_name}.reading", port),
        },
        builder =>
        {
            builder.Services.AddSingleton<TriggeringHost>();
            builder.AddKlothoRabbitMq();
        });
}
