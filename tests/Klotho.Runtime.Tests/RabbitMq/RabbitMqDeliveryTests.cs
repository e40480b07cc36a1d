using System.Diagnostics;
using System.Security.Authentication;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Servers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Klotho.Runtime.Tests.RabbitMq;

/// <summary>What RabbitMQ does beside the contract, seen from its driver.</summary>
public sealed class RabbitMqDeliveryTests(RabbitMqServer server) : IClassFixture<RabbitMqServer>
{
    private const string First = "Reader.First";
    private const string Second = "Reader.Second";

    private static readonly CancellationToken Soon = new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    private readonly string _name = $"parts-{Guid.NewGuid():N}";

    [Fact]
    public async Task A_message_waits_for_a_unit_that_never_ran_before()
    {
        await using (var publisher = await StartAsync(unit: "main"))
        {
            await Driver(publisher).PublishAsync(new("1"u8.ToArray()), Soon);
        }

        await using var reader = await StartAsync(unit: "reading");
        var delivery = await Driver(reader).ReceiveAsync(First, Soon);

        Assert.Equal("1"u8.ToArray(), delivery.Payload.ToArray());
        await delivery.CompleteAsync();
    }

    [Fact]
    public async Task A_message_of_a_process_that_ended_comes_again_and_counts_an_attempt()
    {
        string id;
        await using (var app = await StartAsync())
        {
            await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);
            var held = await Driver(app).ReceiveAsync(First, Soon);
            id = held.MessageId;
            Assert.Equal(1, held.Attempt);
        }

        await using var next = await StartAsync();
        var again = await Driver(next).ReceiveAsync(First, Soon);

        Assert.Equal((id, 2), (again.MessageId, again.Attempt));
        await again.CompleteAsync();
    }

    [Fact]
    public async Task Who_publishes_many_hears_which_of_them_the_broker_did_not_take()
    {
        await using var app = await StartAsync(unit: "main");
        await Driver(app).PublishManyAsync([.. Enumerable.Range(0, 120).Select(number => new OutgoingMessage(BitConverter.GetBytes(number)))], Soon);
        await using var connection = await server.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Soon);
        await Eventually.IsTrueAsync(async () => await channel.MessageCountAsync($"{_name}.reading", Soon) == 120, "all wait in the queue");

        await channel.QueueDeleteAsync($"{_name}.reading", cancellationToken: Soon);
        var failure = await Assert.ThrowsAsync<PublishManyException>(async () =>
            await Driver(app).PublishManyAsync([.. Enumerable.Range(0, 70).Select(number => new OutgoingMessage(BitConverter.GetBytes(number)))], Soon));

        Assert.Equal(Enumerable.Range(0, 70), failure.NotPublished);
        Assert.IsType<IOException>(failure.InnerException);
    }

    [Fact]
    public async Task Who_stops_receiving_counts_no_attempt_of_what_it_has_not_begun_with()
    {
        await using (var app = await StartAsync(handlers: [First, Second]))
        {
            using var stopping = new CancellationTokenSource();
            await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);
            await Driver(app).PublishAsync(new("2"u8.ToArray()), Soon);
            var begun = await Driver(app).ReceiveAsync(First, stopping.Token);

            await stopping.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                while (true)
                {
                    await Driver(app).ReceiveAsync(Second, stopping.Token);
                }
            });
            await begun.CompleteAsync();
        }

        await using var next = await StartAsync(handlers: [First, Second]);
        ITopicDelivery[] again = [await Driver(next).ReceiveAsync(First, Soon), await Driver(next).ReceiveAsync(Second, Soon), await Driver(next).ReceiveAsync(Second, Soon)];

        Assert.Equal([("1", 1), ("2", 1), ("2", 1)], again.Select(one => (System.Text.Encoding.UTF8.GetString(one.Payload.Span), one.Attempt)).Order());
        Assert.Equal("2", System.Text.Encoding.UTF8.GetString(again[0].Payload.Span));
        foreach (var delivery in again)
        {
            await delivery.CompleteAsync();
        }
    }

    [Fact]
    public async Task A_handler_that_fails_gets_the_message_again_and_no_other_does()
    {
        await using var app = await StartAsync(handlers: [First, Second]);
        await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);
        var (first, second) = (await Driver(app).ReceiveAsync(First, Soon), await Driver(app).ReceiveAsync(Second, Soon));

        await first.RetryAsync(TimeSpan.FromMilliseconds(50), countAttempt: true);
        await second.CompleteAsync();
        var again = await Driver(app).ReceiveAsync(First, Soon);
        await Driver(app).PublishAsync(new("2"u8.ToArray()), Soon);
        var other = await Driver(app).ReceiveAsync(Second, Soon);

        Assert.Equal((first.MessageId, 2), (again.MessageId, again.Attempt));
        Assert.Equal("2"u8.ToArray(), other.Payload.ToArray());
        await again.CompleteAsync();
        await other.CompleteAsync();
    }

    [Fact]
    public async Task A_message_waits_as_long_as_it_is_told_to()
    {
        await using var app = await StartAsync();
        await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);
        var waited = Stopwatch.StartNew();

        await (await Driver(app).ReceiveAsync(First, Soon)).RetryAsync(TimeSpan.FromMilliseconds(730), countAttempt: false);
        var again = await Driver(app).ReceiveAsync(First, Soon);

        // In waits of 500, 200 and 20 ms; those below a twentieth are left out.
        Assert.InRange(waited.ElapsedMilliseconds, 700, 10_000);
        Assert.Equal(1, again.Attempt);
        await again.CompleteAsync();
    }

    [Fact]
    public async Task Dead_letters_stay_however_often_they_are_looked_at()
    {
        await using var app = await StartAsync();
        await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);
        await (await Driver(app).ReceiveAsync(First, Soon)).DeadLetterAsync("no use");
        var seen = new List<DeadLetter>();
        for (var times = 0; times < 25; times++)
        {
            seen.AddRange(await Driver(app).DeadLettersAsync(First, Soon).ToListAsync(Soon));
        }

        Assert.Equal(25, seen.Count);
        Assert.Equal(("no use", 1), seen.Select(letter => (letter.Reason, letter.Attempts)).Distinct().Single());
        Assert.Single(seen.Select(letter => letter.At).Distinct());
        Assert.Equal(1, await Driver(app).RedriveAsync(First, Soon));
        await (await Driver(app).ReceiveAsync(First, Soon)).CompleteAsync();
    }

    [Fact]
    public async Task A_queue_that_others_set_up_is_used_as_it_is()
    {
        await using var connection = await server.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(_name, ExchangeType.Fanout, durable: true);
        foreach (var queue in new[] { $"{_name}.reading", $"{_name}.reading.dead-letters" })
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        }

        await channel.QueueBindAsync($"{_name}.reading", _name, "");
        await using var app = await StartAsync();
        await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);

        await (await Driver(app).ReceiveAsync(First, Soon)).CompleteAsync();
    }

    [Fact]
    public async Task A_message_that_no_queue_takes_is_an_error()
    {
        await using var connection = await server.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.ExchangeDeclareAsync(_name, ExchangeType.Fanout, durable: true);
        await using var app = await StartAsync(unit: "main", options: "&declare=false");

        var error = await Assert.ThrowsAsync<IOException>(async () => await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon));

        Assert.Contains("nothing was published", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Through_TLS_a_server_is_known_by_the_authority_that_the_binding_names()
    {
        await using (var app = await StartAsync(unit: "main", address: $"amqps://{RabbitMqServer.User}@localhost:{server.TlsPort}", options: $"&ca=file://{server.Folder}/ca.pem"))
        {
            await Driver(app).PublishAsync(new("1"u8.ToArray()), Soon);
        }

        await using var distrusting = await StartAsync(unit: "main", address: $"amqp://{RabbitMqServer.User}@localhost:{server.TlsPort}", options: "&tls=require");
        var error = await Assert.ThrowsAnyAsync<IOException>(async () => await Driver(distrusting).PublishAsync(new("1"u8.ToArray()), Soon));

        Assert.Contains(nameof(AuthenticationException), error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Wherever the connection ends while receiving begins, receiving ends too, so that it can begin anew.</summary>
    [Fact]
    public async Task A_connection_that_ends_while_receiving_begins_keeps_nobody_waiting()
    {
        await using (var publisher = await StartAsync(unit: "main"))
        {
            await Driver(publisher).PublishAsync(new("1"u8.ToArray()), Soon);
        }

        await using var proxy = new MeteredProxy(server.Port);
        await using var reader = await StartAsync(unit: "reading", address: $"amqp://{RabbitMqServer.User}@127.0.0.1:{proxy.Port}");
        ITopicDelivery? delivery = null;
        for (var answers = 0; delivery is null; answers++)
        {
            Assert.True(answers < 100, "Nothing was delivered.");
            proxy.Left = answers;
            try
            {
                delivery = await Driver(reader).ReceiveAsync(First, CancellationToken.None).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
            }
            catch (Exception ended) when (ended is IOException or RabbitMQClientException or OperationCanceledException)
            {
                // The connection ended, and so did the wait.
            }
        }

        proxy.Left = int.MaxValue;
        Assert.Equal("1"u8.ToArray(), delivery.Payload.ToArray());
    }

    /// <summary>What the broker had handed out to the connection that says nothing more is handed out again.</summary>
    [Fact]
    public async Task A_connection_that_is_open_and_says_nothing_is_given_up()
    {
        await using var proxy = new MuteProxy(server.Port);
        await using var publisher = await StartAsync(unit: "main");
        await using var reader = await StartAsync(unit: "reading", address: $"amqp://{RabbitMqServer.User}@127.0.0.1:{proxy.Port}", clock: new HastyClock());
        await Driver(publisher).PublishAsync(new("1"u8.ToArray()), Soon);
        await (await Driver(reader).ReceiveAsync(First, Soon)).CompleteAsync();

        var waiting = Driver(reader).ReceiveAsync(First, Soon);
        proxy.IsMute = true;
        await Driver(publisher).PublishAsync(new("2"u8.ToArray()), Soon);
        await Assert.ThrowsAsync<IOException>(() => waiting.AsTask());
        proxy.IsMute = false;

        var delivery = await Driver(reader).ReceiveAsync(First, Soon);
        Assert.Equal("2"u8.ToArray(), delivery.Payload.ToArray());
        await delivery.CompleteAsync();
    }

    [Theory]
    [InlineData("amqp://127.0.0.1:5672/", "Klotho:PubSub:parts", "amqp://user@host:port/name")]
    [InlineData("amqp://app:hunter2@127.0.0.1:5672/parts", "Klotho:PubSub:parts", "a password itself has no place in it")]
    [InlineData("amqp://127.0.0.1/parts?password=hunter2", "Klotho:PubSub:parts (password)", "scheme://target")]
    [InlineData("amqp://127.0.0.1/parts?password=vault://x", "Klotho:PubSub:parts (password)", "'vault:'")]
    public async Task A_binding_that_cannot_be_read_stops_the_start_without_telling_a_password(string binding, string key, string form)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(unit: "main", publish: binding));

        Assert.Contains(key, error.Message, StringComparison.Ordinal);
        Assert.Contains(form, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    private static ITopicDriver Driver(TestApplication app) => app.Keyed<ITopicDriver>("parts");

    // The subscriptions are declared and never receive by themselves: a host that triggers handlers is there.
    private Task<TestApplication> StartAsync(string? unit = null, string[]? handlers = null, string? address = null, string options = "", string? publish = null, TimeProvider? clock = null)
    {
        var binding = server.Binding("");
        var (at, password) = (address ?? binding[..binding.IndexOf("/?", StringComparison.Ordinal)], binding[binding.IndexOf('?', StringComparison.Ordinal)..]);
        return TestApplication.StartAsync(
            [
                new TopicDeclaration<int>("parts"),
                .. (handlers ?? [First]).Select(handler => new SubscriptionDeclaration<object, int>("parts", "reading", handler, (_, _, _, _) => ValueTask.CompletedTask)),
            ],
            new()
            {
                ["Klotho:Unit"] = unit,
                ["Klotho:PubSub:parts"] = publish ?? $"{at}/{_name}{password}{options}",
                ["Klotho:Subscriptions:parts"] = $"{at}/{_name}.reading{password}{options}",
            },
            builder =>
            {
                builder.Services.AddSingleton<TriggeringHost>();
                builder.Services.AddSingleton(clock ?? TimeProvider.System);
                builder.AddKlothoRabbitMq();
            });
    }
}
