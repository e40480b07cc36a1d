using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Drivers;

/// <summary>Runs a method on its schedule in this process. A run that takes longer than the interval leaves out what it overlaps.</summary>
internal sealed partial class ScheduleWorker(
    ScheduleHandler handler,
    CronExpression cron,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<ScheduleWorker> logger) : BackgroundService
{
    // A timer's longest wait is about 49 days.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (cron.Next(time.GetUtcNow()) is { } next)
        {
            TimeSpan wait;
            while ((wait = next - time.GetUtcNow()) > TimeSpan.Zero)
            {
                await Task.Delay(wait < LongestDelay ? wait : LongestDelay, time, stoppingToken);
            }

            await RunAsync(stoppingToken);
        }

        LogNever(handler.Schedule, handler.Name);
    }

    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await handler.RunAsync(scope.ServiceProvider, stopping);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && !(failure is OperationCanceledException && stopping.IsCancellationRequested))
        {
            // The top of the user's code: the next run comes whatever this one threw.
            LogFailed(failure, handler.Schedule, handler.Name);
        }
    }

    private static readonly Action<ILogger, string, string, Exception?> FailedMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogFailed)),
        "Schedule {Schedule}: {Handler} failed; it runs again at its next time.");

    private void LogFailed(Exception failure, string schedule, string handler) => FailedMessage(logger, schedule, handler, failure);

    private static readonly Action<ILogger, string, string, Exception?> NeverMessage = LoggerMessage.Define<string, string>(LogLevel.Warning, new(0, nameof(LogNever)),
        "Schedule {Schedule}: {Handler} never runs again, no date matches.");

    private void LogNever(string schedule, string handler) => NeverMessage(logger, schedule, handler, null);
}
