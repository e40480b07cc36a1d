using System.Diagnostics;
using System.Globalization;
using Klotho.Runtime.Tests.Applications;
using Klotho.Runtime.Tests.Host;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>
/// Publishes parcels from one process while two others, which handle them, are killed one after the other with SIGKILL, most of them in the middle
/// of a message; then looks at what is kept, without faults.
/// </summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int Workers = 2;

    // How many messages may wait: what is published faster than it is handled must not pile up in the test.
    private const int Batch = 100;
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);

    private readonly FaultStack _stack;
    private readonly FaultPlan _plan;
    private readonly TemporaryFolder _logs = new();
    private readonly ParcelSteps _steps;
    private readonly Random _random;
    private readonly List<(string Name, HostProcess Process)> _workers = [];
    private int _started;
    private int _published;
    private int _kills;
    private int _inTheMiddle;
    private long _peak;

    private FaultRun(FaultStack stack, FaultPlan plan)
    {
        (_stack, _plan, _random) = (stack, plan, new Random(plan.Seed));
        _steps = new(_logs.Path);
    }

    public static async Task<FaultFigures> RunAsync(FaultStack stack, FaultPlan plan)
    {
        await using var run = new FaultRun(stack, plan);
        return await run.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in _workers)
        {
            await worker.Process.DisposeAsync();
        }

        _logs.Dispose();
    }

    private async Task<FaultFigures> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        var starting = HostProcess.StartAsync([.. Settings("main")]);
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => StartWorkerAsync()));
        await using var publisher = await starting;
        publisher.Http.Timeout = TimeSpan.FromMinutes(10);
        var publishing = PublishAsync(publisher);
        await WorkAsync(publishing);
        foreach (var (_, process) in _workers)
        {
            _peak = Math.Max(_peak, process.PeakMemory);
        }

        var (lost, halfWritten) = await LookAsync();
        return new()
        {
            Stack = _stack.Name,
            Plan = _plan,
            FailedPublishes = await publishing,
            Faults = _stack.Fates.Sum(fates => fates.Dealt),
            Deliveries = _steps.Deliveries,
            Duplicates = _steps.Duplicates,
            Repeated = _steps.Repeated,
            Untolerated = _steps.Untolerated,
            OutOfTurn = _steps.OutOfTurn,
            Lost = lost,
            HalfWritten = halfWritten,
            Kills = _kills,
            KilledInTheMiddle = _inTheMiddle,
            PeakMemory = _peak,
            Took = watch.Elapsed,
        };
    }

    /// <summary>Kills workers, as many as planned while there is work for as many, until all parcels are handled.</summary>
    private async Task WorkAsync(Task publishing)
    {
        var (moved, before) = (Stopwatch.StartNew(), -1);
        while (true)
        {
            _steps.Read();
            if (publishing.IsFaulted)
            {
                await publishing;
            }

            if (_steps.Handled == _plan.Messages)
            {
                return;
            }

            if (_steps.Deliveries != before)
            {
                (before, moved) = (_steps.Deliveries, Stopwatch.StartNew());
            }

            Assert.True(moved.Elapsed < Stuck, $"{_stack.Name}: nothing was delivered for {Stuck}, with {_steps.Handled} of {_plan.Messages} handled.");
            if (_kills == _plan.Kills || _steps.Handled <= Share(_kills) || !await TryKillAsync())
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Kills one that has a message in hand; whichever, where there is nothing to do until more is published.</summary>
    private async Task<bool> TryKillAsync()
    {
        var at = _workers.FindIndex(worker => _steps.InHand(worker.Name) > 0);
        if (at < 0 && _steps.Handled < Volatile.Read(ref _published))
        {
            return false;
        }

        var (name, process) = _workers[Math.Max(0, at)];
        await Task.Delay(_random.Next(0, 10));
        _peak = Math.Max(_peak, process.PeakMemory);
        await process.DisposeAsync();
        _steps.Read();
        _kills++;
        _inTheMiddle += _steps.InHand(name) > 0 ? 1 : 0;
        _workers.RemoveAt(Math.Max(0, at));
        await StartWorkerAsync();
        return true;
    }

    /// <summary>How many messages belong to a number of kills: they are spread over all.</summary>
    private long Share(int kills) => (long)_plan.Messages * kills / (_plan.Kills + 1);

    private async Task StartWorkerAsync()
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"worker-{Interlocked.Increment(ref _started):D5}");
        var process = await HostProcess.StartAsync([.. Settings("depot"), ("Parcels:Log", _steps.PathOf(name))]);
        lock (_workers)
        {
            _workers.Add((name, process));
        }
    }

    private async Task<int> PublishAsync(HostProcess publisher)
    {
        var failures = 0;
        for (var from = 0; from < _plan.Messages; from += Batch)
        {
            // What is ahead of the kills would be handled without any.
            while (from - _steps.Handled > MostWaiting || from > Share(Volatile.Read(ref _kills) + 2))
            {
                await Task.Delay(20);
            }

            using var answer = await publisher.Http.PostAsync($"/{_stack.Topic}?from={from}&count={Math.Min(Batch, _plan.Messages - from)}", null);
            answer.EnsureSuccessStatusCode();
            failures += int.Parse(await answer.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
            Volatile.Write(ref _published, Math.Min(_plan.Messages, from + Batch));
        }

        return failures;
    }

    private async Task<(int Lost, int HalfWritten)> LookAsync()
    {
        await using var app = await TestApplication.StartAsync(ParcelDeclarations.Stores, _stack.Direct, builder => _stack.Configure(builder));
        var receipts = await app.Keyed<IKeyValueStore<Parcel>>("receipts").ScanAsync().Select(entry => entry.Value).ToListAsync();
        var slips = app.Keyed<IBlobStore>("slips");
        var halves = receipts.Count(receipt => !receipt.IsWhole);
        foreach (var receipt in receipts)
        {
            await using var slip = await slips.ReadAsync($"{receipt.Number}");
            using var reader = new StreamReader(slip?.Content ?? Stream.Null);
            halves += await reader.ReadToEndAsync() == Parcel.Of(receipt.Number).Text ? 0 : 1;
        }

        return (_plan.Messages - receipts.Select(receipt => receipt.Number).Distinct().Count(), halves);
    }

    private IEnumerable<(string Key, string Value)> Settings(string unit) =>
    [
        .. _stack.Settings.Select(setting => (setting.Key, setting.Value)),
        ("Klotho:Unit", unit),
        ($"Klotho:MaxAttempts:{_stack.Topic}", "1000"),
        ("Logging:LogLevel:Klotho", "None"),
    ];
}
