using System.Collections.Concurrent;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every topic does that keeps the order of messages by key. Runs whole applications.</summary>
public abstract class OrderedTopicContract
{
    private readonly ConcurrentQueue<(string Handler, int Attempt, Step Step)> _handled = new();
    private Func<string, Step, int, Task> _handle = (_, _, _) => Task.CompletedTask;

    /// <summary>The settings that choose the driver.</summary>
    protected abstract Dictionary<string, string?> Settings { get; }

    /// <summary>How many deliveries there were.</summary>
    internal int Count => _handled.Count;

    /// <summary>Adds the driver, if it is not one of the runtime's own.</summary>
    protected virtual void Configure(IHostApplicationBuilder builder)
    {
    }

    [Fact]
    public async Task Each_handler_gets_the_messages_of_a_key_in_the_order_of_their_publisher_and_one_at_a_time()
    {
        var at = new ConcurrentDictionary<(string Handler, string Key), int>();
        var together = 0;
        _handle = async (handler, step, _) =>
        {
            if (at.AddOrUpdate((handler, step.Key), 1, (_, now) => now + 1) > 1)
            {
                Interlocked.Increment(ref together);
            }

            await Task.Yield();
            at.AddOrUpdate((handler, step.Key), 0, (_, now) => now - 1);
        };
        await using var app = await StartAsync();
        var topic = app.Keyed<ITopic<Step>>("steps");

        await Parallel.ForEachAsync(Enumerable.Range(0, 8), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (key, cancel) =>
        {
            for (var number = 0; number < 15; number++)
            {
                await topic.PublishAsync(new Step($"deck {key}", number), cancel);
            }
        });
        await Eventually.IsTrue(() => Firsts().Count() == 240, "both handlers have all messages");

        Assert.All(Firsts().GroupBy(one => (one.Handler, one.Step.Key)), line => Assert.Equal(Enumerable.Range(0, 15), line.Select(one => one.Step.Number)));

        // What comes twice does so before the next.
        Assert.All(_handled.GroupBy(one => (one.Handler, one.Step.Key)), line => Assert.Equal(line.Select(one => one.Step.Number).Order(), line.Select(one => one.Step.Number)));
        Assert.Equal(16, Firsts().GroupBy(one => (one.Handler, one.Step.Key)).Count());
        Assert.Equal(0, together);
    }

    [Fact]
    public async Task A_message_that_fails_holds_up_the_later_ones_of_its_key_and_of_no_other()
    {
        var open = new TaskCompletionSource();
        _handle = async (_, step, attempt) =>
        {
            if (step is { Key: "a", Number: 0 } && attempt < 3)
            {
                // The first attempt fails only when the whole of the other key is done.
                await open.Task;
                throw new FormatException("not yet");
            }
        };
        await using var app = await StartAsync(one: true);

        await PublishAsync(app, "a", 3);
        await PublishAsync(app, "b", 3);
        await Eventually.IsTrue(() => _handled.Count(one => one.Step.Key == "b") >= 3, "the other key is done");
        Assert.All(Of("a"), number => Assert.Equal(0, number));
        open.SetResult();
        await Eventually.IsTrue(() => Of("a").Contains(2), "the key goes on");

        Assert.Equal([0, 0, 0, 1, 2], Of("a"));
        Assert.Equal([0, 1, 2], Of("b"));
        Assert.Equal([1, 2, 3, 1, 1], _handled.Where(one => one.Step.Key == "a").Select(one => one.Attempt));
    }

    [Fact]
    public async Task A_dead_letter_lets_the_next_of_its_key_go_on_and_comes_behind_them_when_it_is_redriven()
    {
        var mended = false;
        _handle = (_, step, _) => step is { Key: "a", Number: 0 } && !mended ? throw new FormatException("cannot do it") : Task.CompletedTask;
        await using var app = await StartAsync(one: true, options => options.MaxAttempts = 2);

        await PublishAsync(app, "a", 3);
        await Eventually.IsTrue(() => Of("a").Contains(2), "the key goes on");
        Assert.Equal([0, 0, 1, 2], Of("a"));

        mended = true;
        using var redriven = await app.Http.PostAsync("/_klotho/dead-letters/steps/Walker.First/redrive", null);
        Assert.Equal("{\"redriven\":1}", await redriven.Content.ReadAsStringAsync());
        await Eventually.IsTrue(() => Of("a").Length == 5, "the dead letter came again");

        Assert.Equal([0, 0, 1, 2, 0], Of("a"));
        Assert.Equal(1, _handled.Last().Attempt);
    }

    [Fact]
    public async Task A_message_kept_for_later_keeps_its_place_and_counts_no_attempt()
    {
        var tries = 0;
        _handle = (_, step, _) => step.Number == 0 && Interlocked.Increment(ref tries) <= 7
            ? throw new RetryLaterException("a tool is missing", TimeSpan.FromMilliseconds(5))
            : Task.CompletedTask;
        await using var app = await StartAsync(one: true);

        await PublishAsync(app, "a", 2);
        await Eventually.IsTrue(() => Of("a").Contains(1), "the key goes on");

        Assert.Equal([.. Enumerable.Repeat(0, 8), 1], Of("a"));
        Assert.All(_handled, one => Assert.Equal(1, one.Attempt));
    }

    [Fact]
    public async Task A_handler_that_fails_has_the_others_of_its_unit_handle_nothing_twice_and_nothing_out_of_turn()
    {
        _handle = (handler, step, attempt) => handler == "Walker.Second" && step.Number == 0 && attempt < 3 ? throw new FormatException("not yet") : Task.CompletedTask;
        await using var app = await StartAsync();

        await PublishAsync(app, "a", 3);
        await Eventually.IsTrue(() => Firsts().Count(one => one.Step.Number == 2) == 2, "both handlers have all messages");

        Assert.Equal([0, 1, 2], _handled.Where(one => one.Handler == "Walker.First").Select(one => one.Step.Number));
        Assert.Equal([0, 0, 0, 1, 2], _handled.Where(one => one.Handler == "Walker.Second").Select(one => one.Step.Number));
    }

    [Fact]
    public async Task Different_keys_are_handled_at_once()
    {
        var running = 0;
        var all = new TaskCompletionSource();
        _handle = async (_, _, _) =>
        {
            if (Interlocked.Increment(ref running) == 3)
            {
                all.SetResult();
            }

            await all.Task.WaitAsync(TimeSpan.FromSeconds(30));
        };
        await using var app = await StartAsync(one: true);

        foreach (var key in new[] { "a", "b/ü", new string('c', 500) })
        {
            await app.Keyed<ITopic<Step>>("steps").PublishAsync(new Step(key, 0));
        }

        await Eventually.IsTrue(() => all.Task.IsCompletedSuccessfully, "three handlers run at once");
        await app.StopAsync();

        Assert.All(_handled, one => Assert.Equal(1, one.Attempt));
    }

    [Fact]
    public async Task Many_messages_at_once_keep_the_order_of_their_keys()
    {
        await using var app = await StartAsync(one: true);

        await app.Keyed<ITopic<Step>>("steps").PublishManyAsync(Enumerable.Range(0, 24).Select(number => new Step(number % 3 == 0 ? "a" : "b", number)));
        await Eventually.IsTrue(() => _handled.Count >= 24, "all are handled");

        Assert.Equal(Enumerable.Range(0, 24).Where(number => number % 3 == 0), Of("a"));
        Assert.Equal(Enumerable.Range(0, 24).Where(number => number % 3 != 0), Of("b"));
    }

    [Fact]
    public async Task A_message_without_a_key_is_refused()
    {
        await using var app = await StartAsync(one: true);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(async () => await app.Keyed<ITopic<Step>>("steps").PublishAsync(new Step("", 1)));

        Assert.Contains("'steps'", refused.Message, StringComparison.Ordinal);
    }

    private IEnumerable<(string Handler, int Attempt, Step Step)> Firsts() => _handled.DistinctBy(one => (one.Handler, one.Step));

    private int[] Of(string key) => [.. _handled.Where(one => one.Step.Key == key).Select(one => one.Step.Number)];

    private static async Task PublishAsync(TestApplication app, string key, int count)
    {
        for (var number = 0; number < count; number++)
        {
            await app.Keyed<ITopic<Step>>("steps").PublishAsync(new Step(key, number));
        }
    }

    private Task<TestApplication> StartAsync(bool one = false, Action<KlothoOptions>? configure = null) => TestApplication.StartAsync(
        [
            new TopicDeclaration<Step>("steps") { OrderedBy = static step => step.Key },
            new UnitDeclaration<Walker>("walking"),
            Subscribe("Walker.First"),
            .. one ? Array.Empty<Declaration>() : [Subscribe("Walker.Second")],
        ],
        Settings,
        builder =>
        {
            builder.Services.AddSingleton(this);
            Configure(builder);
        },
        options: options =>
        {
            options.RetryDelays = [TimeSpan.FromMilliseconds(5)];
            configure?.Invoke(options);
        },
        environment: "Development");

    private static SubscriptionDeclaration<Walker, Step> Subscribe(string handler) =>
        new("steps", "walking", handler, (walker, step, context, _) => new ValueTask(walker.Handle(handler, step, context))) { IsOrdered = true };

    /// <summary>A message.</summary>
    internal sealed record Step(string Key, int Number);

    /// <summary>A subscriber.</summary>
    internal sealed class Walker(OrderedTopicContract test)
    {
        public async Task Handle(string handler, Step step, MessageContext context)
        {
            test._handled.Enqueue((handler, context.Attempt, step));
            await test._handle(handler, step, context.Attempt);
        }
    }
}
