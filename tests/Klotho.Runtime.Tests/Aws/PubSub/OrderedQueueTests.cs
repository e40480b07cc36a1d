using System.Text;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>What the contract of ordered topics does not ask, because only FIFO queues of SQS have it.</summary>
public sealed class OrderedQueueTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IDisposable
{
    private static readonly Dictionary<string, string> NoAttributes = [];
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MessagingSetup _setup = new(emulators.Address);
    private readonly SqsClient _sqs = new(AwsEmulators.Region);

    public void Dispose()
    {
        _setup.Dispose();
        _sqs.Dispose();
    }

    [Fact]
    public async Task A_message_stays_with_its_process_between_attempts_however_short_its_lease_is()
    {
        var arn = await QueueAsync("first", "second");
        await using var one = Open(arn);
        await using var another = Open(arn);
        using var stop = new CancellationTokenSource();

        var failed = await one.ReceiveAsync("A", default);
        await failed.RetryAsync(Lease * 1.5, countAttempt: true);
        var elsewhere = another.ReceiveAsync("A", stop.Token).AsTask();
        var again = await one.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);

        Assert.False(elsewhere.IsCompleted);
        Assert.Equal(("first", 1, 2, failed.MessageId), (Text(again.Payload), failed.Attempt, again.Attempt, again.MessageId));
        await again.CompleteAsync();
        Assert.Equal("second", Text((await elsewhere.WaitAsync(Patience)).Payload));
        await stop.CancelAsync();
    }

    [Fact]
    public async Task A_process_that_ends_hands_back_what_waits_for_another_attempt()
    {
        var arn = await QueueAsync("first", "second");
        var ends = Open(arn);
        await (await ends.ReceiveAsync("A", default)).RetryAsync(TimeSpan.FromHours(1), countAttempt: true);
        await ends.DisposeAsync();

        await using var next = Open(arn);
        var first = await next.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);
        await first.CompleteAsync();
        var second = await next.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);

        Assert.Equal([("first", 2), ("second", 1)], new[] { first, second }.Select(delivery => (Text(delivery.Payload), delivery.Attempt)));
    }

    [Fact]
    public async Task More_than_a_process_holds_go_back_to_the_queue_and_keep_their_place()
    {
        var arn = await _setup.OrderedQueueAsync($"orders-{Guid.NewGuid():N}");
        await using var queue = Open(arn);
        for (var key = 0; key < 51; key++)
        {
            await SendAsync(arn, $"{key}", "first");
            await (await queue.ReceiveAsync("A", default)).RetryAsync(TimeSpan.FromHours(1), countAttempt: true);
        }

        await SendAsync(arn, "50", "second");
        await SendAsync(arn, "other", "third");
        var next = await queue.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);

        Assert.Equal("third", Text(next.Payload));
        Assert.Equal(1, (await _setup.CountAsync(arn)).Waiting);
    }

    [Fact]
    public async Task A_copy_for_a_handler_that_the_unit_no_longer_has_is_a_dead_letter_and_lets_the_next_go_on()
    {
        var arn = await _setup.OrderedQueueAsync($"orders-{Guid.NewGuid():N}");
        await _sqs.SendInOrderAsync(_sqs.UrlOf(arn), "first"u8.ToArray(), new MessageHead("id", "Gone").Write(), new("a", "1"), default);
        await SendAsync(arn, "a", "second");
        await using var queue = Open(arn);

        var next = await queue.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);

        Assert.Equal("second", Text(next.Payload));
        Assert.Equal(1, (await _setup.CountAsync(MessagingSetup.ArnOf("sqs", arn.Resource.Replace(".fifo", "-dead-letters.fifo", StringComparison.Ordinal)))).Waiting);
    }

    [Fact]
    public async Task A_dead_letter_that_AWS_itself_redrives_begins_anew()
    {
        var arn = await _setup.OrderedQueueAsync($"orders-{Guid.NewGuid():N}");
        var dead = MessagingSetup.ArnOf("sqs", arn.Resource.Replace(".fifo", "-dead-letters.fifo", StringComparison.Ordinal));
        await _sqs.SendInOrderAsync(_sqs.UrlOf(dead), "first"u8.ToArray(), new MessageHead("id", "A", 5, "no").Write(), new("a", "1"), default);
        await using var queue = Open(arn);

        await _setup.MoveAsync(dead, arn);
        var again = await queue.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);

        Assert.Equal(("id", 1), (again.MessageId, again.Attempt));
    }

    private async Task<Arn> QueueAsync(params string[] texts)
    {
        var arn = await _setup.OrderedQueueAsync($"orders-{Guid.NewGuid():N}");
        foreach (var text in texts)
        {
            await SendAsync(arn, "a", text);
        }

        return arn;
    }

    private ValueTask SendAsync(Arn queue, string group, string text) =>
        _sqs.SendInOrderAsync(_sqs.UrlOf(queue), Encoding.UTF8.GetBytes(text), NoAttributes, new(group, $"{group}-{text}"), default);

    private OrderedQueue Open(Arn queue) => new(new(() => _sqs, queue), new(QueueEnvelope.Raw, null), ["A"], Lease, TimeProvider.System);

    private static string Text(ReadOnlyMemory<byte> payload) => Encoding.UTF8.GetString(payload.Span);
}
