using System.Collections.Concurrent;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>What becomes of messages whose process stops, or loses sight of them, while it handles them.</summary>
public sealed class ShutdownTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _trace = new();
    private Func<MessageContext, CancellationToken, Task> _handle = (_, _) => Task.CompletedTask;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_message_whose_handler_is_cancelled_comes_again_at_once_as_the_same_attempt_whatever_it_threw()
    {
        _handle = async (_, cancel) =>
        {
            _trace.Enqueue("begun");
            try
            {
                await Task.Delay(Timeout.Infinite, cancel);
            }
            catch (OperationCanceledException cancelled)
            {
                await Task.Delay(100, CancellationToken.None);
                throw new InvalidOperationException("What was being read is gone.", cancelled);
            }
        };
        await using (var app = await StartAsync(patience: TimeSpan.FromMilliseconds(300)))
        {
            await app.Keyed<ITopic<int>>("numbers").PublishAsync(1);
            await Eventually.IsTrue(() => _trace.Contains("begun"), "the handler is in the middle");
        }

        _handle = (context, _) =>
        {
            _trace.Enqueue($"attempt {context.Attempt}");
            return Task.CompletedTask;
        };
        var restarted = DateTimeOffset.UtcNow;
        await using var again = await StartAsync();
        await Eventually.IsTrue(() => _trace.Count == 2, "the message came again");

        Assert.Equal(["begun", "attempt 1"], _trace);
        Assert.True(DateTimeOffset.UtcNow - restarted < TimeSpan.FromSeconds(25), "The message waited for its lease.");
    }

    [Fact]
    public async Task A_handler_that_takes_longer_than_the_lease_keeps_its_message_from_other_processes()
    {
        _handle = async (context, cancel) =>
        {
            _trace.Enqueue($"begun {context.Attempt}");
            await Task.Delay(4500, cancel);
            _trace.Enqueue("done");
        };
        await using var one = await StartAsync(lease: TimeSpan.FromSeconds(3));
        await using var other = await StartAsync(lease: TimeSpan.FromSeconds(3));

        await one.Keyed<ITopic<int>>("numbers").PublishAsync(1);
        await Eventually.IsTrue(() => _trace.Contains("done"), "the handler is done");

        Assert.Equal(["begun 1", "done"], _trace);
    }

    [Fact]
    public async Task A_lease_that_cannot_be_renewed_is_tried_again_and_takes_nothing_from_the_handler()
    {
        _handle = (_, cancel) => Task.Delay(400, cancel);
        using var driver = new UnsteadyTopicDriver();
        await using var app = await StartAsync(lease: TimeSpan.FromMilliseconds(150), driver: driver);

        await app.Keyed<ITopic<int>>("numbers").PublishAsync(1);
        await Eventually.IsTrue(() => driver.Completions == 1, "the message is handled and removed");

        Assert.True(driver.Renewals >= 2, $"It was renewed {driver.Renewals} times.");
        Assert.Contains(app.Log.Lines, line => line.Contains("The service is away.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_methods_of_one_name_on_a_topic_do_not_share_a_queue_in_silence()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync([Subscription(), Subscription()]));

        Assert.Contains("'Handler.Handle'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_with_which_nothing_would_be_delivered_stop_the_start()
    {
        var error = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(() => TestApplication.StartAsync(
            [Subscription()],
            options: options => (options.Concurrency, options.MaxAttempts, options.Lease, options.RetryDelays, options.CallTimeout, options.InboxRetention) =
                (0, 0, TimeSpan.Zero, [TimeSpan.FromSeconds(-1)], TimeSpan.Zero, TimeSpan.FromHours(23))));

        Assert.Equal(6, error.Failures.Count());
    }

    private static SubscriptionDeclaration<Handler, int> Subscription() =>
        new("numbers", "main", "Handler.Handle", (handler, _, context, cancel) => new ValueTask(handler.Handle(context, cancel)));

    private Task<TestApplication> StartAsync(TimeSpan? patience = null, TimeSpan? lease = null, UnsteadyTopicDriver? driver = null) => TestApplication.StartAsync(
        [new TopicDeclaration<int>("numbers"), new UnitDeclaration<Handler>("main"), Subscription()],
        new() { ["Klotho:Data"] = _folder.Path, ["Klotho:PubSub:numbers"] = driver is null ? null : "unsteady://" },
        builder =>
        {
            builder.Services.AddSingleton(this);
            if (driver is not null)
            {
                builder.Services.AddSingleton<IDriverProvider<ITopicDriver>>(driver);
            }

            builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = patience ?? host.ShutdownTimeout);
        },
        options: options => options.Lease = lease ?? options.Lease);

    /// <summary>A subscriber.</summary>
    internal sealed class Handler(ShutdownTests test)
    {
        public Task Handle(MessageContext context, CancellationToken cancel) => test._handle(context, cancel);
    }
}
