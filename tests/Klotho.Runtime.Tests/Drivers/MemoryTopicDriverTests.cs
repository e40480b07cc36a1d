using System.Collections.Concurrent;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Drivers;

/// <summary>A topic in memory that takes no more than it has room for, and nevertheless never stands still.</summary>
public sealed class MemoryTopicDriverTests
{
    private const string Reader = "Reader.Handle";
    private const string Writer = "Writer.Handle";

    [Fact]
    public async Task Who_publishes_waits_for_as_long_as_the_queue_is_full()
    {
        using var topic = Open(new(2, 1000), Reader);
        await PublishAsync(topic, 1);
        await PublishAsync(topic, 1);
        var third = PublishAsync(topic, 1);
        var fourth = PublishAsync(topic, 1);

        // What is being handled is in memory too, and so is what is tried again.
        var first = await topic.ReceiveAsync(Reader, default);
        await first.RetryAsync(TimeSpan.Zero, countAttempt: true);
        var again = await topic.ReceiveAsync(Reader, default);
        Assert.False(third.IsCompleted);

        await again.CompleteAsync();
        await third;
        Assert.False(fourth.IsCompleted);
        await (await topic.ReceiveAsync(Reader, default)).DeadLetterAsync("no");
        await fourth;
    }

    [Fact]
    public async Task Bytes_count_as_well_and_a_message_that_is_over_the_bound_has_the_queue_for_itself()
    {
        using var topic = Open(new(100, 10), Reader);
        await PublishAsync(topic, 20);
        var small = PublishAsync(topic, 1);
        Assert.False(small.IsCompleted);
        await EndAsync(topic);
        await small;
        await PublishAsync(topic, 9);
        var over = PublishAsync(topic, 1);
        Assert.False(over.IsCompleted);
        await EndAsync(topic);
        await over;
    }

    [Fact]
    public async Task Who_stops_waiting_publishes_nothing_and_lets_the_next_one_in()
    {
        using var topic = Open(new(10, 10), Reader, Writer);
        await PublishAsync(topic, 8);
        await EndAsync(topic, Reader);
        using var enough = new CancellationTokenSource();
        var large = PublishAsync(topic, 9, enough.Token);
        var small = PublishAsync(topic, 2);
        Assert.False(small.IsCompleted);

        await enough.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => large);
        await small;

        // The room that it had taken with the first handler, while it waited for the other, is free again.
        await EndAsync(topic, Reader, 2);
        await EndAsync(topic, Writer, 8);
        await PublishAsync(topic, 8);
        await EndAsync(topic, Reader, 8);
        await EndAsync(topic, Writer, 2);
    }

    [Fact]
    public async Task Where_nobody_takes_messages_the_error_says_so_instead_of_waiting_for_ever()
    {
        using var topic = Open(new(1, 1000) { OtherPatience = TimeSpan.FromMilliseconds(50) }, Reader);
        await PublishAsync(topic, 1);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(topic, 1));

        Assert.Contains(Reader, error.Message, StringComparison.Ordinal);
        Assert.Contains(MemoryBound.MessagesKey, error.Message, StringComparison.Ordinal);
        await EndAsync(topic);
        await PublishAsync(topic, 1);
    }

    [Fact]
    public async Task Where_a_handler_takes_its_time_who_publishes_waits_longer_than_it_would_for_nobody()
    {
        using var topic = Open(new(1, 1000) { OtherPatience = TimeSpan.FromMilliseconds(50) }, Reader);
        await PublishAsync(topic, 1);
        var taken = await topic.ReceiveAsync(Reader, default);
        var next = PublishAsync(topic, 1);

        // Twice as long as nobody is waited for, by the same clock.
        await Assert.ThrowsAsync<TimeoutException>(() => next.WaitAsync(TimeSpan.FromMilliseconds(200)));
        await taken.CompleteAsync();
        await next;
    }

    [Fact]
    public async Task Handlers_that_publish_to_their_own_full_topic_do_not_wait_for_one_another()
    {
        var handled = new ConcurrentQueue<int>();
        TestApplication? app = null;
        app = await TestApplication.StartAsync(
            [
                new TopicDeclaration<int>("numbers"), new UnitDeclaration<MemoryTopicDriverTests>("main"),
                new SubscriptionDeclaration<MemoryTopicDriverTests, int>("numbers", "main", Reader, async (_, number, _, cancel) =>
                {
                    handled.Enqueue(number);
                    for (var times = 0; number > 0 && times < 2; times++)
                    {
                        await (app?.Keyed<ITopic<int>>("numbers").PublishAsync(number - 1, cancel) ?? default);
                    }
                }),
            ],
            new() { [MemoryBound.MessagesKey] = "2" },
            builder => builder.Services.AddSingleton(this),
            environment: "Development");
        await using var _ = app;

        await app.Keyed<ITopic<int>>("numbers").PublishAsync(3);
        await Eventually.IsTrue(() => handled.Count >= 15, "all are handled");

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3], handled.Order());
        Assert.Equal("[]", await app.Http.GetStringAsync("/_klotho/dead-letters"));
    }

    [Theory]
    [InlineData(MemoryBound.MessagesKey, "0")]
    [InlineData(MemoryBound.MessagesKey, "3000000000")]
    [InlineData(MemoryBound.BytesKey, "64 MiB")]
    public async Task A_bound_that_is_none_stops_the_start(string key, string value)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync([new TopicDeclaration<int>("numbers")], new() { [key] = value }));

        Assert.Contains($"{key} is '{value}'", error.Message, StringComparison.Ordinal);
    }

    private static MemoryTopicDriver Open(MemoryBound bound, params string[] handlers) => new(handlers, bound, TimeProvider.System);

    private static Task PublishAsync(MemoryTopicDriver topic, int bytes, CancellationToken cancel = default) =>
        topic.PublishAsync(new(new byte[bytes]) { Id = Guid.NewGuid().ToString("N") }, cancel).AsTask();

    private static async Task EndAsync(MemoryTopicDriver topic, string handler = Reader, int? bytes = null)
    {
        var delivery = await topic.ReceiveAsync(handler, default);
        Assert.Equal(bytes ?? delivery.Payload.Length, delivery.Payload.Length);
        await delivery.CompleteAsync();
    }
}
