using System.Collections.Concurrent;
using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Several processes that keep the time of one schedule.</summary>
public sealed class ScheduleTurnTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ConcurrentQueue<string> _runs = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_due_time_is_one_process_s()
    {
        await using var first = await StartAsync("first", new() { ["Klotho:Data"] = _folder.Path });
        await using var second = await StartAsync("second", new() { ["Klotho:Schedules:turns"] = $"file://{_folder.Path}" });

        await Eventually.IsTrue(() => first.Log.Lines.Concat(second.Log.Lines).Any(IsLeftOut), "one of them leaves it out");

        await Eventually.IsTrue(() => !_runs.IsEmpty, "the other runs it");
        Assert.Single(_runs);
    }

    [Fact]
    public async Task Without_a_store_in_common_each_process_runs_it()
    {
        await using var first = await StartAsync("first", []);
        await using var second = await StartAsync("second", []);

        await Eventually.IsTrue(() => _runs.Count == 2, "both run it");
    }

    [Fact]
    public async Task Whose_answer_was_lost_runs_it_all_the_same()
    {
        await using var app = await StartAsync(
            "only",
            new() { ["Klotho:Schedules:turns"] = "forgetful://store" },
            services => services.AddSingleton<IDriverProvider<IKeyValueDriver>>(new Forgetful()));

        await Eventually.IsTrue(() => _runs.Count == 1, "it runs");

        Assert.DoesNotContain(app.Log.Lines, IsLeftOut);
    }

    [Fact]
    public async Task The_store_is_among_the_bindings_and_must_be_one_at_the_start()
    {
        var wrong = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("none", new() { ["Klotho:Schedules:turns"] = "carrier-pigeon://roof" }));

        Assert.Contains("Klotho:Schedules:turns is bound to 'carrier-pigeon:'", wrong.Message, StringComparison.Ordinal);
    }

    // A second before three o'clock: both processes have started by then, or the later one finds the time noted.
    private Task<TestApplication> StartAsync(string name, Dictionary<string, string?> settings, Action<IServiceCollection>? configure = null) => TestApplication.StartAsync(
        [
            new UnitDeclaration<Job>("jobs"),
            new ScheduleDeclaration<Job>("nightly", "0 3 * * *", "jobs", "Job.Run", (_, _) =>
            {
                _runs.Enqueue(name);
                return ValueTask.CompletedTask;
            }),
        ],
        settings,
        builder =>
        {
            builder.Logging.SetMinimumLevel(LogLevel.Debug);
            builder.Services.AddSingleton<TimeProvider>(new OffsetClock(new DateTimeOffset(2026, 1, 1, 2, 59, 59, TimeSpan.Zero)));
            configure?.Invoke(builder.Services);
        });

    private static bool IsLeftOut(string line) => line.Contains("another process runs Job.Run this time", StringComparison.Ordinal);

    private sealed class Job;

    /// <summary>Stores whose first answer is lost.</summary>
    private sealed class Forgetful : IDriverProvider<IKeyValueDriver>
    {
        public string Scheme => "forgetful";

        public IKeyValueDriver Open(string id, ResourceBinding binding) => new Store();

        private sealed class Store : IKeyValueDriver
        {
            private readonly MemoryKeyValueDriver _kept = new(TimeProvider.System);
            private bool _isForgotten;

            public ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel) => _kept.GetAsync(key, cancel);

            public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
                _kept.PutAsync(key, value, condition, cancel);

            public async ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel)
            {
                var version = await _kept.PutExpiringAsync(key, value, lifetime, condition, cancel);
                if (!_isForgotten)
                {
                    _isForgotten = true;
                    throw new IOException("The answer was lost.");
                }

                return version;
            }

            public ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel) => _kept.DeleteAsync(key, condition, cancel);

            public IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, CancellationToken cancel) =>
                _kept.QueryAsync(partition, prefix, after, cancel);

            public IAsyncEnumerable<KeyValueItem> ScanAsync(CancellationToken cancel) => _kept.ScanAsync(cancel);
        }
    }
}
