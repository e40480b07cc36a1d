using System.Diagnostics;
using System.Globalization;

namespace Klotho.Runtime.Tests.Faults;

/// <summary>
/// Publishes messages from one process while two others, which handle them, are killed one after the other with SIGKILL, most of them in the middle
/// of a message, and the one that publishes with them where that may be; then looks at what is kept, without faults.
/// </summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const string Publisher = "main";
    private const int Workers = 2;

    // How many messages may wait: what is published faster than it is handled must not pile up in the test.
    private const int Batch = 100;
    private const int MostWaiting = 1_000;
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan MostPatience = TimeSpan.FromMinutes(10);

    private readonly FaultStack _stack;
    private readonly FaultPlan _plan;
    private readonly TemporaryFolder _logs = new();
    private readonly ParcelSteps _steps;
    private readonly MortalProcesses _mortal;
    private readonly MortalProcesses _immortal;
    private int _published;

    private FaultRun(FaultStack stack, FaultPlan plan)
    {
        (_stack, _plan) = (stack, plan);
        _steps = new(_logs.Path);
        _mortal = new(_steps, plan.Seed, _ => Settings());
        _immortal = new(_steps, plan.Seed, _ => Settings());
    }

    private MortalProcesses Publishers => _stack.IsPublisherMortal ? _mortal : _immortal;

    public static async Task<FaultFigures> RunAsync(FaultStack stack, FaultPlan plan)
    {
        await using var run = new FaultRun(stack, plan);
        return await run.RunAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _mortal.DisposeAsync();
        await _immortal.DisposeAsync();
        _logs.Dispose();
    }

    private async Task<FaultFigures> RunAsync()
    {
        var watch = Stopwatch.StartNew();
        await Task.WhenAll([Publishers.StartAsync(Publisher), .. Enumerable.Range(0, Workers).Select(_ => _mortal.StartAsync(_stack.Handler))]);
        var publishing = PublishAsync();
        await WorkAsync(publishing);
        var outcome = await _stack.LookAsync(_stack, _plan);
        return new()
        {
            Stack = _stack.Name,
            Plan = _plan,
            FailedPublishes = await publishing,
            Faults = _stack.Fates.Sum(fates => fates.Dealt),
            Deliveries = _steps.Deliveries,
            Duplicates = _steps.Duplicates,
            Repeated = _steps.Repeated,
            Untolerated = _steps.Untolerated + outcome.Twice,
            OutOfTurn = _stack.IsOrdered ? _steps.OutOfTurn : 0,
            Lost = outcome.Lost,
            HalfWritten = outcome.HalfWritten + _steps.Early,
            Kills = _mortal.Kills,
            KilledInTheMiddle = _mortal.KilledInTheMiddle,
            PeakMemory = _mortal.PeakMemory,
            Took = watch.Elapsed,
        };
    }

    /// <summary>Kills workers, as many as planned while there is work for as many, until all messages are handled.</summary>
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

            // A killed publisher may have sold something that nobody has told us of yet.
            if (_steps.Handled >= _plan.Messages && publishing.IsCompleted)
            {
                return;
            }

            if (_steps.Deliveries != before)
            {
                (before, moved) = (_steps.Deliveries, Stopwatch.StartNew());
            }

            Assert.True(moved.Elapsed < Stuck, $"{_stack.Name}: nothing was delivered for {Stuck}, with {_steps.Handled} of {_plan.Messages} handled.");
            if (_mortal.Kills == _plan.Kills || _steps.Handled <= _plan.Share(_mortal.Kills))
            {
                await Task.Delay(10);
            }
            else if (await _mortal.TryKillAsync(whichever: _steps.Handled >= Volatile.Read(ref _published)) is { } unit)
            {
                await _mortal.StartAsync(unit);
            }
            else
            {
                await Task.Delay(10);
            }
        }
    }

    private async Task<int> PublishAsync()
    {
        var failures = 0;
        for (var from = 0; from < _plan.Messages; from += Batch)
        {
            // What is ahead of the kills would be handled without any.
            while (from - _steps.Handled > MostWaiting || from > _plan.Share(_mortal.Kills + 2))
            {
                await Task.Delay(20);
            }

            failures += await AskAsync($"/{_stack.Topic}?from={from}&count={Math.Min(Batch, _plan.Messages - from)}");
            Volatile.Write(ref _published, Math.Min(_plan.Messages, from + Batch));
        }

        return failures;
    }

    /// <summary>Asks who publishes, and asks again where that was killed; returns how many attempts failed.</summary>
    private async Task<int> AskAsync(string path)
    {
        for (var unanswered = 0; ; unanswered++)
        {
            try
            {
                if (Publishers.Find(Publisher) is { } process)
                {
                    using var patience = new CancellationTokenSource(MostPatience);
                    using var http = new HttpClient { BaseAddress = process.Address, Timeout = Timeout.InfiniteTimeSpan };
                    using var answer = await http.PostAsync(path, null, patience.Token);
                    answer.EnsureSuccessStatusCode();
                    return unanswered + int.Parse(await answer.Content.ReadAsStringAsync(patience.Token), CultureInfo.InvariantCulture);
                }
            }
            catch (HttpRequestException) when (_stack.IsPublisherMortal)
            {
                // Another one is on its way.
            }

            await Task.Delay(20);
        }
    }

    private IEnumerable<(string Key, string Value)> Settings() => [.. _stack.Settings.Select(setting => (setting.Key, setting.Value)), ($"Klotho:MaxAttempts:{_stack.Topic}", "1000")];
}
