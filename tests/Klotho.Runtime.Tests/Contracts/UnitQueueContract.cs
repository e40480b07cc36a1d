using System.Collections.Concurrent;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>Where queues belong to units, one process of all units takes over what its units left in theirs, and they what it left.</summary>
public abstract class UnitQueueContract
{
    private const string MaxAttempts = "3";

    // A queue may hand a message to a process that has just ended: it comes again after this, and that was an attempt.
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(2);

    private static readonly string[] Units = ["reading", "writing"];

    private readonly ConcurrentQueue<string> _handled = new();

    /// <summary>The binding of the topic.</summary>
    protected abstract string Topic { get; }

    /// <summary>The binding of a unit's queue.</summary>
    protected abstract string QueueOf(string unit);

    /// <summary>Adds the driver.</summary>
    protected abstract void Configure(IHostApplicationBuilder builder);

    [Fact]
    public async Task A_process_of_all_units_handles_what_waits_in_the_queue_of_each()
    {
        await using (var publisher = await StartAsync("main"))
        {
            await publisher.Keyed<ITopic<string>>("notes").PublishAsync("left");
        }

        await using var all = await StartAsync(unit: null);
        await Eventually.IsTrue(() => _handled.Count >= Units.Length, "both units have the message");

        Assert.Equal(["reading left", "writing left"], _handled.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_unit_finds_what_the_process_of_all_could_not_handle()
    {
        await using (var all = await StartAsync(unit: null, fails: "writing"))
        {
            await all.Keyed<ITopic<string>>("notes").PublishAsync("wrong");
            await Eventually.IsTrueAsync(async () => await LettersAsync(all, "writing") == 1, "the message is a dead letter");
            Assert.Equal(0, await LettersAsync(all, "reading"));
        }

        await using var writing = await StartAsync("writing");
        Assert.Equal(1, await writing.Keyed<ITopicDriver>("notes").RedriveAsync("Worker.writing", default));
        await Eventually.IsTrue(() => _handled.Contains("writing wrong"), "the unit handles it");

        Assert.Equal(["reading wrong", "writing wrong"], _handled.Order(StringComparer.Ordinal));
    }

    private static async Task<int> LettersAsync(TestApplication app, string unit) =>
        await app.Keyed<ITopicDriver>("notes").DeadLettersAsync($"Worker.{unit}", default).CountAsync();

    private Task<TestApplication> StartAsync(string? unit, string? fails = null)
    {
        var settings = new Dictionary<string, string?> { ["Klotho:Unit"] = unit, ["Klotho:MaxAttempts:notes"] = MaxAttempts, ["Klotho:PubSub:notes"] = Topic };
        foreach (var each in Units)
        {
            settings[unit is null ? $"Klotho:Subscriptions:notes:{each}" : unit == each ? "Klotho:Subscriptions:notes" : "none"] = QueueOf(each);
        }

        return TestApplication.StartAsync(
            [
                new TopicDeclaration<string>("notes"),
                .. Units.Select(each => new SubscriptionDeclaration<object, string>("notes", each, $"Worker.{each}", (_, text, _, _) =>
                {
                    if (each == fails)
                    {
                        throw new InvalidOperationException("no");
                    }

                    _handled.Enqueue($"{each} {text}");
                    return ValueTask.CompletedTask;
                })),
            ],
            settings,
            builder =>
            {
                builder.Services.AddSingleton<object>();
                Configure(builder);
            },
            options: options => (options.Lease, options.RetryDelays) = (Lease, [TimeSpan.Zero]));
    }
}
