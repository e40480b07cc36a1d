using System.Collections.Concurrent;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Schedules on a clock that the test sets ahead.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task A_schedule_runs_at_its_time_in_its_unit_only_and_survives_a_failure()
    {
        // 02:59:59.900: the next minute is near, and real time passes.
        var clock = new OffsetClock(new DateTimeOffset(2026, 1, 1, 2, 59, 59, 900, TimeSpan.Zero));
        var runs = new ConcurrentQueue<DateTimeOffset>();
        Declaration[] declarations =
        [
            new UnitDeclaration<Job>("jobs"),
            new ScheduleDeclaration<Job>("nightly", "0 3 * * *", "jobs", "Job.Run", (job, cancel) => new ValueTask(job.Run(cancel))),
            new ScheduleDeclaration<Job>("elsewhere", "* * * * *", "main", "Job.Run", (job, cancel) => throw new InvalidOperationException("wrong unit")),
        ];
        await using var app = await TestApplication.StartAsync(
            declarations,
            new() { ["Klotho:Unit"] = "jobs" },
            builder => builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton(runs));

        await Eventually.IsTrue(() => runs.Count == 1, "the schedule ran");
        await Eventually.IsTrue(() => app.Log.Lines.Any(line => line.Contains("the first run fails", StringComparison.Ordinal)), "the failure is logged");

        Assert.Equal(3, runs.Single().Hour);
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("wrong unit", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_process_that_is_started_for_a_schedule_runs_it_once_and_ends()
    {
        var runs = new ConcurrentQueue<string>();
        await using var app = await TestApplication.StartAsync(
            Jobs(runs),
            new() { ["Klotho:Unit"] = "jobs", ["Klotho:RunSchedule"] = "nightly" });

        await Eventually.IsTrue(() => app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested, "the process ends");

        Assert.Equal(["nightly"], runs);
    }

    [Fact]
    public async Task A_process_whose_schedules_are_kept_elsewhere_keeps_no_time()
    {
        var runs = new ConcurrentQueue<string>();
        await using var app = await TestApplication.StartAsync(Jobs(runs), new() { ["Klotho:Schedules"] = "external" });

        Assert.DoesNotContain(app.Services.GetServices<IHostedService>(), service => service.GetType().Name == "ScheduleWorker");
        Assert.Empty(runs);
    }

    [Fact]
    public async Task A_schedule_that_the_process_does_not_have_cannot_be_run()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            Jobs(new()), new() { ["Klotho:Unit"] = "jobs", ["Klotho:RunSchedule"] = "weekly" }));

        Assert.Contains("'weekly'", error.Message, StringComparison.Ordinal);
    }

    private static Declaration[] Jobs(ConcurrentQueue<string> runs) =>
    [
        new UnitDeclaration<Idle>("jobs"),
        new ScheduleDeclaration<Idle>("nightly", "0 3 * * *", "jobs", "Idle.Run", (_, _) => Note(runs, "nightly")),
        new ScheduleDeclaration<Idle>("hourly", "0 * * * *", "jobs", "Idle.Run", (_, _) => Note(runs, "hourly")),
    ];

    private static ValueTask Note(ConcurrentQueue<string> runs, string schedule)
    {
        runs.Enqueue(schedule);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task An_expression_that_is_none_fails_at_the_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(
            [new ScheduleDeclaration<Job>("nightly", "0 25 * * *", "main", "Job.Run", (_, _) => ValueTask.CompletedTask)]));

        Assert.Contains("'25'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Job.Run", error.Message, StringComparison.Ordinal);
    }

    private sealed class Idle;

    private sealed class Job(ConcurrentQueue<DateTimeOffset> runs, TimeProvider time)
    {
        public Task Run(CancellationToken cancel)
        {
            runs.Enqueue(time.GetUtcNow());
            throw new InvalidOperationException("the first run fails");
        }
    }
}
