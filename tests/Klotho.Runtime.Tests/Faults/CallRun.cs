using System.Collections.Concurrent;
using System.Diagnostics;
using Klotho.Runtime.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>
/// Calls another unit, whose processes are killed one after the other with SIGKILL, most of them with a call in hand, over a network with faults. A third of the calls is of
/// a method that may run twice, a third of one that may not, and a third is made again with the same key until it is answered.
/// </summary>
internal sealed class CallRun : IAsyncDisposable
{
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(5);

    private const string Unit = "registry";
    private const int AtOnce = 8;
    private const int Kinds = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly FaultPlan _plan;
    private readonly TemporaryFolder _logs = new();
    private readonly TemporaryFolder _data = new();
    private readonly ParcelSteps _steps;
    private readonly MortalProcesses _processes;
    private readonly string _token = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<int, string> _answers = new();
    private readonly ConcurrentBag<TimeSpan> _took = [];
    private int _failed;
    private int _ended;

    private CallRun(FaultPlan plan)
    {
        _plan = plan;
        _steps = new(_logs.Path);
        _processes = new(_steps, plan.Seed, _ => [("Klotho:Data", _data.Path), ("Klotho:UnitToken", _token)]);
    }

    public static async Task<CallFigures> RunAsync(FaultPlan plan)
    {
        await using var run = new CallRun(plan);
        return await run.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _processes.DisposeAsync();
        _logs.Dispose();
        _data.Dispose();
    }

    private async Task<CallFigures> RunAsync()
    {
        var watch = Stopwatch.StartNew();

        // The second one waits for the first one's end.
        await Task.WhenAll(_processes.StartAsync(Unit), _processes.StartAsync(Unit));
        var fates = new Fates(_plan.Seed, FaultStack.SharesOfHttp);
        await using var proxy = await FaultyHttpProxy.StartAsync(Current(), fates);
        await using var caller = await TestApplication.StartAsync(
            RegistryDeclarations.All,
            new() { ["Klotho:Unit"] = "main", ["Klotho:UnitToken"] = _token, ["Klotho:ExecUnit:registry"] = proxy.Address.ToString() },
            builder => builder.Services.AddSingleton<ParcelLog>(),
            options: options => (options.CallTimeout, options.CallPause) = (Deadline, Pause));
        var calling = CallAllAsync(caller.Services.GetRequiredService<IRegistry>());
        await KillAsync(proxy, calling);
        await calling;
        _steps.Read();
        var entries = await EntriesAsync();
        return new()
        {
            Plan = _plan,
            Faults = fates.Dealt,
            Kills = _processes.Kills,
            KilledInTheMiddle = _processes.KilledInTheMiddle,
            Answered = _answers.Count,
            Failed = _failed,
            Repeated = Numbers(0).Sum(number => Math.Max(0, _steps.TimesWorked(number) - 1)),
            Twice = Numbers(1).Count(number => _steps.TimesWorked(number) > 1) + (entries.Count - entries.Select(entry => entry.Number).Distinct().Count()),
            Wrong = _answers.Count(answer => !IsRight(answer.Key, answer.Value, entries)) + Numbers(2).Count(number => !_answers.ContainsKey(number)),
            Longest = _took.Max(),
            PeakMemory = _processes.PeakMemory,
            Took = watch.Elapsed,
        };
    }

    private Uri Current() => _processes.Find(Unit)?.Address ?? throw new InvalidOperationException("No process runs.");

    private IEnumerable<int> Numbers(int kind) => Enumerable.Range(0, _plan.Messages).Where(number => number % Kinds == kind);

    private bool IsRight(int number, string answer, List<RegistryEntry> entries) =>
        _steps.TimesWorked(number) > 0 && (number % Kinds == 2 ? entries.Contains(new(number, answer)) : answer == Parcel.Of(number).Digest);

    private async Task<List<RegistryEntry>> EntriesAsync()
    {
        await using var app = await TestApplication.StartAsync([RegistryDeclarations.All[0]], new() { ["Klotho:Data"] = _data.Path });
        return await app.Keyed<IKeyValueStore<RegistryEntry>>("entries").ScanAsync().Select(entry => entry.Value).ToListAsync();
    }

    private async Task KillAsync(FaultyHttpProxy proxy, Task calling)
    {
        while (!calling.IsCompleted)
        {
            _steps.Read();
            var ended = Volatile.Read(ref _ended);
            if (_processes.Kills < _plan.Kills && ended > _plan.Share(_processes.Kills) &&
                await _processes.TryKillAsync(whichever: ended > _plan.Share(_processes.Kills + 2)) is { } unit)
            {
                proxy.PassTo(Current());
                await _processes.StartAsync(unit);
            }

            await Task.Delay(5);
        }
    }

    private Task CallAllAsync(IRegistry registry) => Parallel.ForEachAsync(
        Enumerable.Range(0, _plan.Messages), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, stop) =>
        {
            // What is ahead of the kills would be called without any.
            while (number > _plan.Share(_processes.Kills + 2))
            {
                await Task.Delay(20, stop);
            }

            using (number % Kinds == 2 ? CallContext.UseKey($"entry-{number}") : null)
            {
                while (!await TryAsync(registry, number) && number % Kinds == 2)
                {
                    await Task.Delay(Pause, stop);
                }
            }

            Interlocked.Increment(ref _ended);
        });

    private async Task<bool> TryAsync(IRegistry registry, int number)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            var call = (number % Kinds) switch
            {
                0 => registry.LookUpAsync(number, CancellationToken.None),
                1 => registry.StampAsync(number, CancellationToken.None),
                _ => registry.EnterAsync(number, CancellationToken.None),
            };
            _answers[number] = await call;
            return true;
        }
        catch (UnitCallException)
        {
            Interlocked.Increment(ref _failed);
            return false;
        }
        finally
        {
            _took.Add(watch.Elapsed);
        }
    }
}
