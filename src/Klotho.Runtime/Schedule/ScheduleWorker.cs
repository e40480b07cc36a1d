using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Drivers;

/// <summary>Runs a method on its schedule in this process, where no other that keeps the same time does. A run that takes longer than the interval leaves out what it overlaps.</summary>
internal sealed partial class ScheduleWorker(
    ScheduleHandler handler,
    CronExpression cron,
    ScheduleTurns turns,
    IServiceScopeFactory scopes,
    TimeProvider time,
    ILogger<ScheduleWorker> logger) : BackgroundService
{
    // A timer's longest wait is about 49 days.
    private static readonly TimeSpan LongestDelay = TimeSpan.FromDays(1);

    // Together half a minute, the least time between two runs being a whole one.
    private const int Attempts = 6;
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(1);

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

            if (await IsItsTurnAsync(next, stoppingToken))
            {
                await RunAsync(stoppingToken);
            }
        }

        LogNever(handler.Schedule, handler.Name);
    }

    private async Task<bool> IsItsTurnAsync(DateTimeOffset due, CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var own = await turns.TakeAsync(handler, due, stopping);
                if (!own)
                {
                    LogElsewhere(handler.Schedule, handler.Name);
                }

                return own;
            }
            catch (Exception failure) when (failure is not OutOfMemoryException && !stopping.IsCancellationRequested)
            {
                // Whatever the store throws. Who ran it without knowing might be the second.
                if (attempt == Attempts)
                {
                    LogUnknown(failure, handler.Schedule, handler.Name);
                    return false;
                }

                await Task.Delay(FirstPause * Math.Pow(2, attempt - 1), stopping);
            }
        }
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

    private static readonly Action<ILogger, string, string, Exception?> ElsewhereMessage = LoggerMessage.Define<string, string>(LogLevel.Debug, new(0, nameof(LogElsewhere)),
        "Schedule {Schedule}: another process runs {Handler} this time.");

    private void LogElsewhere(string schedule, string handler) => ElsewhereMessage(logger, schedule, handler, null);

    private static readonly Action<ILogger, string, string, Exception?> UnknownMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogUnknown)),
        "Schedule {Schedule}: {Handler} is left out this time, because the store of turns does not say whether another process runs it.");

    private void LogUnknown(Exception failure, string schedule, string handler) => UnknownMessage(logger, schedule, handler, failure);

    private static readonly Action<ILogger, string, string, Exception?> NeverMessage = LoggerMessage.Define<string, string>(LogLevel.Warning, new(0, nameof(LogNever)),
        "Schedule {Schedule}: {Handler} never runs again, no date matches.");

    private void LogNever(string schedule, string handler) => NeverMessage(logger, schedule, handler, null);
}
