using System.Text;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>What the contract of topics does not ask, because only queues of SQS have it.</summary>
public sealed class SubscriptionQueueTests(AwsEmulators emulators) : IClassFixture<AwsEmulators>, IDisposable
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
    public async Task A_lease_that_lapses_delivers_again_and_one_that_is_renewed_does_not()
    {
        var arn = await _setup.QueueAsync(nameof(A_lease_that_lapses_delivers_again_and_one_that_is_renewed_does_not));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A"], Lease);
        await SendAsync(arn, "1");

        var first = await queue.ReceiveAsync("A", default);
        var second = queue.ReceiveAsync("A", default).AsTask();
        for (var turn = 0; turn < 4; turn++)
        {
            await Task.Delay(Lease / 2);
            await first.RenewAsync();
        }

        Assert.False(second.IsCompleted);
        var again = await second.WaitAsync(Patience);
        await again.CompleteAsync();

        Assert.Equal((1, 2, first.MessageId), (first.Attempt, again.Attempt, again.MessageId));
        Assert.Equal((0, 0, 0), await _setup.CountAsync(arn));
    }

    [Fact]
    public async Task A_handler_that_fails_is_tried_again_alone()
    {
        var arn = await _setup.QueueAsync(nameof(A_handler_that_fails_is_tried_again_alone));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A", "B"], Lease);
        await SendAsync(arn, "1");

        var both = await Task.WhenAll(queue.ReceiveAsync("A", default).AsTask(), queue.ReceiveAsync("B", default).AsTask());
        await both[0].CompleteAsync();
        await both[1].RetryAsync(TimeSpan.Zero, countAttempt: true);
        using var cancel = new CancellationTokenSource();
        var forA = queue.ReceiveAsync("A", cancel.Token).AsTask();
        var again = await queue.ReceiveAsync("B", default).AsTask().WaitAsync(Patience);
        await again.CompleteAsync();

        Assert.Equal((both[1].MessageId, 2, "1"), (again.MessageId, again.Attempt, Encoding.UTF8.GetString(again.Payload.Span)));
        Assert.False(forA.IsCompleted);
        Assert.Equal((0, 0, 0), await _setup.CountAsync(arn));
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => forA);
    }

    [Fact]
    public async Task A_handler_without_a_free_place_does_not_hold_up_another()
    {
        var arn = await _setup.QueueAsync(nameof(A_handler_without_a_free_place_does_not_hold_up_another));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A", "B"], Lease);
        await SendAsync(arn, "1");
        await SendAsync(arn, "2");

        var first = await queue.ReceiveAsync("A", default);
        await first.CompleteAsync();
        var second = await queue.ReceiveAsync("A", default);
        await second.CompleteAsync();
        var late = new[] { await queue.ReceiveAsync("B", default), await queue.ReceiveAsync("B", default) };

        Assert.Equal(new[] { first.MessageId, second.MessageId }.Order(), late.Select(delivery => delivery.MessageId).Order());
        Assert.All(late, delivery => Assert.Equal(1, delivery.Attempt));
    }

    [Fact]
    public async Task As_many_messages_come_at_once_as_all_handlers_have_free_places_for_and_are_removed_together()
    {
        var arn = await _setup.QueueAsync(nameof(As_many_messages_come_at_once_as_all_handlers_have_free_places_for_and_are_removed_together));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A"], Lease * 10);
        foreach (var number in Enumerable.Range(0, 9))
        {
            await SendAsync(arn, $"{number}");
        }

        var four = await queue.ReceiveManyAsync("A", 4, default);
        var one = await queue.ReceiveManyAsync("A", 1, default);
        Assert.Equal((4, 1, (4, 5, 0)), (four.Count, one.Count, await _setup.CountAsync(arn)));
        await Task.WhenAll(four.Concat(one).Select(delivery => delivery.CompleteAsync().AsTask()));

        Assert.Equal((4, 0, 0), await _setup.CountAsync(arn));
    }

    [Fact]
    public async Task One_message_comes_at_a_time_while_a_handler_has_no_free_place()
    {
        var arn = await _setup.QueueAsync(nameof(One_message_comes_at_a_time_while_a_handler_has_no_free_place));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A", "B"], Lease);
        await SendAsync(arn, "1");
        await SendAsync(arn, "2");

        Assert.Single(await queue.ReceiveManyAsync("A", 4, default));
    }

    [Fact]
    public async Task What_SQS_gave_up_is_a_dead_letter_that_can_be_redriven()
    {
        var arn = await _setup.QueueAsync(nameof(What_SQS_gave_up_is_a_dead_letter_that_can_be_redriven), maxReceiveCount: 1);
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A", "B"], Lease);
        await SendAsync(arn, "1");

        var message = Assert.Single(await _sqs.ReceiveAsync(_sqs.UrlOf(arn), 1, Lease, Lease, default));
        await _sqs.ChangeVisibilityAsync(_sqs.UrlOf(arn), message.ReceiptHandle, TimeSpan.Zero, default);
        Assert.Empty(await _sqs.ReceiveAsync(_sqs.UrlOf(arn), 1, TimeSpan.Zero, Lease, default));

        var letter = Assert.Single(await queue.Dead.ListAsync("A", default));
        Assert.Empty(await queue.Dead.ListAsync("B", default));
        Assert.StartsWith("SQS gave it up", letter.Reason, StringComparison.Ordinal);
        Assert.Equal(1, await queue.Dead.RedriveAsync("A", default));
        Assert.Empty(await queue.Dead.ListAsync("A", default));
        Assert.Equal((1, 0, 0), await _setup.CountAsync(arn));
    }

    /// <summary>fauxqs moves no messages by itself; AWS's redrive sends each with its body and attributes, and the queue counts its receipts anew.</summary>
    [Fact]
    public async Task A_dead_letter_that_AWS_itself_redrives_begins_anew_with_its_handler()
    {
        var arn = await _setup.QueueAsync(nameof(A_dead_letter_that_AWS_itself_redrives_begins_anew_with_its_handler));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A", "B"], Lease);
        await _sqs.SendAsync(_sqs.UrlOf(arn) + "-dead-letters", "1"u8.ToArray(), new MessageHead("m1", "B", 5, "no").Write(), TimeSpan.Zero, default);

        Assert.Equal((5, "no"), Assert.Single(await queue.Dead.ListAsync("B", default)) is var letter ? (letter.Attempts, letter.Reason) : default);
        await _setup.MoveAsync(MessagingSetup.ArnOf("sqs", $"{arn.Resource}-dead-letters"), arn);
        var again = await queue.ReceiveAsync("B", default).AsTask().WaitAsync(Patience);
        Assert.Equal(("m1", 1), (again.MessageId, again.Attempt));
        await again.RetryAsync(TimeSpan.Zero, countAttempt: false);
        again = await queue.ReceiveAsync("B", default).AsTask().WaitAsync(Patience);
        Assert.Equal(1, again.Attempt);
        await again.DeadLetterAsync("no longer");

        Assert.Equal((1, "no longer"), Assert.Single(await queue.Dead.ListAsync("B", default)) is var buried ? (buried.Attempts, buried.Reason) : default);
        Assert.Empty(await queue.Dead.ListAsync("A", default));
    }

    [Fact]
    public async Task A_list_of_dead_letters_ends_when_it_holds_enough_and_gives_all_of_them_back()
    {
        var arn = await _setup.QueueAsync(nameof(A_list_of_dead_letters_ends_when_it_holds_enough_and_gives_all_of_them_back));
        foreach (var number in Enumerable.Range(0, 25))
        {
            await _sqs.SendAsync(_sqs.UrlOf(arn) + "-dead-letters", new byte[100].Select(_ => (byte)'x').ToArray(), new MessageHead($"{number}", "A", 5, "no").Write(), TimeSpan.Zero, default);
        }

        var queue = new SqsQueue(() => _sqs, arn);
        Assert.Equal(25, (await new DeadLetterQueue(queue, new(QueueEnvelope.Raw, null), ["A"]).ListAsync("A", default)).Count);
        Assert.Equal(11, (await new DeadLetterQueue(queue, new(QueueEnvelope.Raw, null), ["A"], mostBytes: 1050).ListAsync("A", default)).Count);
        Assert.Equal((25, 0, 0), await _setup.CountAsync(MessagingSetup.ArnOf("sqs", $"{arn.Resource}-dead-letters")));
    }

    [Fact]
    public async Task What_a_bus_could_not_deliver_is_a_dead_letter_with_its_reason()
    {
        var arn = await _setup.QueueAsync(nameof(What_a_bus_could_not_deliver_is_a_dead_letter_with_its_reason));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Of(new("Klotho:Subscriptions:notes", "sqs", ""), "eventbridge"), null), ["A"], Lease);
        var refused = new Dictionary<string, string> { ["ERROR_CODE"] = "NO_PERMISSIONS", ["ERROR_MESSAGE"] = "Access denied." };
        await _sqs.SendAsync(_sqs.UrlOf(arn) + "-dead-letters", """{"id":"e1","detail":{"n":1}}"""u8.ToArray(), refused, TimeSpan.Zero, default);

        var letter = Assert.Single(await queue.Dead.ListAsync("A", default));
        Assert.Equal(("e1", "EventBridge could not deliver it: Access denied.", """{"n":1}"""), (letter.MessageId, letter.Reason, Encoding.UTF8.GetString(letter.Payload.Span)));
        Assert.Equal(1, await queue.Dead.RedriveAsync("A", default));
        var again = await queue.ReceiveAsync("A", default);
        Assert.Equal(("e1", 1, """{"n":1}"""), (again.MessageId, again.Attempt, Encoding.UTF8.GetString(again.Payload.Span)));
    }

    [Fact]
    public async Task A_message_for_a_handler_of_another_version_is_kept_as_a_dead_letter()
    {
        var arn = await _setup.QueueAsync(nameof(A_message_for_a_handler_of_another_version_is_kept_as_a_dead_letter));
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A"], Lease);
        await _sqs.SendAsync(_sqs.UrlOf(arn), "1"u8.ToArray(), new MessageHead("id", "Gone").Write(), TimeSpan.Zero, default);
        await SendAsync(arn, "2");

        var handled = await queue.ReceiveAsync("A", default);

        Assert.Equal("2", Encoding.UTF8.GetString(handled.Payload.Span));
        Assert.Contains("no handler Gone", Assert.Single(await queue.Dead.ListAsync("Gone", default)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_near_the_limit_is_copied_and_buried_with_as_much_of_its_reason_as_fits()
    {
        var arn = await _setup.QueueAsync(nameof(A_message_near_the_limit_is_copied_and_buried_with_as_much_of_its_reason_as_fits), most: 256 * 1024);
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A", "B"], Lease);
        await _sqs.SendAsync(_sqs.UrlOf(arn), new byte[(256 * 1024) - 300].Select(_ => (byte)'x').ToArray(), new MessageHead("m1").Write(), TimeSpan.Zero, default);

        var both = await Task.WhenAll(queue.ReceiveAsync("A", default).AsTask(), queue.ReceiveAsync("B", default).AsTask());
        await both[0].CompleteAsync();
        await both[1].RetryAsync(TimeSpan.Zero, countAttempt: true);
        var again = await queue.ReceiveAsync("B", default).AsTask().WaitAsync(Patience);
        await again.DeadLetterAsync(new string('r', 1000));

        var letter = Assert.Single(await queue.Dead.ListAsync("B", default));
        Assert.Equal(("m1", 2, (256 * 1024) - 300), (letter.MessageId, letter.Attempts, letter.Payload.Length));
        Assert.Matches("^r{50,999}$", letter.Reason);
        Assert.Equal((0, 0, 0), await _setup.CountAsync(arn));
    }

    [Fact]
    public async Task A_queue_without_dead_letters_keeps_what_fails()
    {
        var arn = await _setup.PlainQueueAsync(nameof(A_queue_without_dead_letters_keeps_what_fails), []);
        var queue = new SubscriptionQueue(new(() => _sqs, arn), new(QueueEnvelope.Raw, null), ["A"], Lease);
        await SendAsync(arn, "1");

        var delivery = await queue.ReceiveAsync("A", default);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await delivery.DeadLetterAsync("no"));
        var again = await queue.ReceiveAsync("A", default).AsTask().WaitAsync(Patience);

        Assert.Equal(delivery.MessageId, again.MessageId);
    }

    private ValueTask SendAsync(Arn queue, string text) =>
        _sqs.SendAsync(_sqs.UrlOf(queue), Encoding.UTF8.GetBytes(text), NoAttributes, TimeSpan.Zero, default);
}
