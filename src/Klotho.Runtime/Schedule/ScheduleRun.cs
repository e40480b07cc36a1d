using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Klotho.Drivers;

/// <summary>Runs one schedule's method once and ends the process: for hosts that start a process when a schedule's time has come.</summary>
internal sealed partial class ScheduleRun(
    string schedule, IEnumerable<ScheduleHandler> handlers, IServiceScopeFactory scopes, IHostApplicationLifetime lifetime, ILogger<ScheduleRun> logger) : BackgroundService
{
    /// <summary>The key of the schedule that a process runs.</summary>
    public const string Key = "Klotho:RunSchedule";

    private const int Failed = 1;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (handlers.All(handler => handler.Schedule != schedule))
        {
            throw new InvalidOperationException($"{Key} names the schedule '{schedule}', which no unit of this process has.");
        }

        return base.StartAsync(cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The host ends cleanly only what it has started as a whole.
        var started = new TaskCompletionSource();
        await using var registration = lifetime.ApplicationStarted.Register(started.SetResult);
        await started.Task.WaitAsync(stoppingToken);
        foreach (var handler in handlers.Where(handler => handler.Schedule == schedule))
        {
            await RunAsync(handler, stoppingToken);
        }

        lifetime.StopApplication();
    }

    private async Task RunAsync(ScheduleHandler handler, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await handler.RunAsync(scope.ServiceProvider, stopping);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // The top of the user's code: whoever started the process learns of it by its exit code.
            LogFailed(failure, handler.Schedule, handler.Name);
            Environment.ExitCode = Failed;
        }
    }

    private static readonly Action<ILogger, string, string, Exception?> FailedMessage = LoggerMessage.Define<string, string>(LogLevel.Error, new(0, nameof(LogFailed)),
        "Schedule {Schedule}: {Handler} failed.");

    private void LogFailed(Exception failure, string schedule, string handler) => FailedMessage(logger, schedule, handler, failure);
}
