using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Duplicates, failures and deaths in front of an inbox.</summary>
public sealed class InboxTests
{
    private const string Key = "m1/paid/Mail.Handle";

    private static readonly MessageContext Message = new("m1", "paid", 1) { Handler = "Mail.Handle" };

    private readonly Clock _clock = new();
    private readonly KeyValueStore<HandledMessage> _inbox = new("inbox", new MemoryKeyValueDriver(), JsonSerializerFixture.Default);
    private int _done;

    [Fact]
    public async Task A_message_that_comes_again_is_not_handled_again()
    {
        Assert.True(await HandleAsync(Message));
        Assert.False(await HandleAsync(Message));
        Assert.False(await HandleAsync(Message with { Attempt = 2 }));

        Assert.Equal(1, _done);
    }

    [Fact]
    public async Task Another_message_or_another_handler_is_another_matter()
    {
        await HandleAsync(Message);

        Assert.True(await HandleAsync(Message with { MessageId = "m2" }));
        Assert.True(await HandleAsync(Message with { Handler = "Stock.Handle" }));
        Assert.True(await HandleAsync(Message with { Topic = "shipped" }));
    }

    [Fact]
    public async Task A_duplicate_waits_while_the_first_is_handled()
    {
        var started = new TaskCompletionSource();
        var end = new TaskCompletionSource();
        var first = _inbox.HandleOnceAsync(Message, async _ => { started.SetResult(); await end.Task; }, time: _clock).AsTask();
        await started.Task;

        var later = await Assert.ThrowsAsync<RetryLaterException>(async () => await HandleAsync(Message));
        end.SetResult();

        Assert.Equal(Inbox.DefaultClaim, later.Delay);
        Assert.True(await first);
        Assert.False(await HandleAsync(Message));
        Assert.Equal(0, _done);
    }

    [Fact]
    public async Task Of_many_deliveries_at_once_one_does_the_work()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(async () =>
        {
            try
            {
                return await HandleAsync(Message);
            }
            catch (RetryLaterException)
            {
                return false;
            }
        })));

        Assert.Equal((1, 1), (_done, results.Count(handled => handled)));
    }

    [Fact]
    public async Task Work_that_fails_is_done_again()
    {
        await Assert.ThrowsAsync<FormatException>(async () => await _inbox.HandleOnceAsync(Message, _ => throw new FormatException("no"), time: _clock));

        Assert.True(await HandleAsync(Message));
        Assert.Equal(1, _done);
    }

    [Fact]
    public async Task Work_of_a_process_that_died_is_done_again_when_its_claim_ends()
    {
        // What a killed process leaves behind: a claim that nobody notes the end of.
        var died = new TaskCompletionSource();
        _ = _inbox.HandleOnceAsync(Message, async _ => await died.Task, TimeSpan.FromMinutes(1), _clock).AsTask();

        _clock.Now += TimeSpan.FromSeconds(59);
        await Assert.ThrowsAsync<RetryLaterException>(async () => await HandleAsync(Message));
        _clock.Now += TimeSpan.FromSeconds(1);

        Assert.True(await HandleAsync(Message));
        Assert.Equal(1, _done);
        died.SetResult();
        Assert.False(await HandleAsync(Message));
    }

    [Fact]
    public async Task Work_that_takes_longer_than_its_claim_keeps_it()
    {
        var end = new TaskCompletionSource();
        var first = _inbox.HandleOnceAsync(Message, async _ => await end.Task, TimeSpan.FromMilliseconds(300)).AsTask();
        var begun = (await _inbox.GetAsync(Key, default))?.Value;

        await Eventually.IsTrueAsync(async () => (await _inbox.GetAsync(Key, default))?.Value.ClaimedUntil > begun?.ClaimedUntil, "the claim is renewed");
        end.SetResult();

        Assert.True(await first);
        Assert.False(await HandleAsync(Message));
    }

    [Fact]
    public async Task Work_whose_message_somebody_else_took_is_cancelled()
    {
        var started = new TaskCompletionSource();
        var first = _inbox.HandleOnceAsync(
            Message,
            async cancel =>
            {
                started.SetResult();
                await Task.Delay(Timeout.Infinite, cancel);
            },
            TimeSpan.FromMilliseconds(300)).AsTask();
        await started.Task;
        var other = new HandledMessage(DateTimeOffset.UtcNow.AddSeconds(1), DateTimeOffset.UtcNow.AddHours(1));
        await _inbox.PutAsync(Key, other, default, default);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(other, (await _inbox.GetAsync(Key, default))?.Value);
    }

    [Fact]
    public async Task Old_entries_are_forgotten_and_what_is_being_handled_is_not()
    {
        await HandleAsync(Message);
        _ = _inbox.HandleOnceAsync(Message with { MessageId = "running" }, async _ => await new TaskCompletionSource().Task, time: _clock).AsTask();
        _clock.Now += TimeSpan.FromDays(2);
        await HandleAsync(Message with { MessageId = "m2" });

        Assert.Equal(1, await _inbox.ForgetAsync(TimeSpan.FromDays(1), _clock));
        Assert.Equal(["m2", "running"], (await _inbox.ScanAsync(default).ToListAsync()).Select(entry => entry.Key.Split('/')[0]).Order());
        Assert.True(await HandleAsync(Message));
    }

    private ValueTask<bool> HandleAsync(MessageContext message) => _inbox.HandleOnceAsync(message, _ =>
    {
        Interlocked.Increment(ref _done);
        return ValueTask.CompletedTask;
    }, time: _clock);

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
