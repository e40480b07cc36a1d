using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.EntityFramework;

/// <summary>
/// Publishes what this process has committed at once, and looks now and then for what others left behind: at the start, and then
/// less and less often. A process that its host freezes between requests has <see cref="OutboxSweep"/> instead: this would freeze in the middle of its turn.
/// </summary>
internal sealed class OutboxWorker(OutboxDispatcher dispatcher, OutboxSignal signal, IServiceProvider services) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Making a model takes its time: the start of the application does not wait for it.
        await Task.Yield();
        var outboxes = services.GetService<TriggeringHost>() is null ? dispatcher.Outboxes() : [];
        for (var pause = Shortest; outboxes.Count > 0;)
        {
            var found = OutboxFinding.Empty;
            foreach (var outbox in outboxes)
            {
                found |= await dispatcher.TryDispatchAsync(outbox, stoppingToken);
            }

            // Messages that were there a moment ago: more may have been committed since.
            pause = (found & (OutboxFinding.Published | OutboxFinding.Elsewhere)) != 0
                ? Shortest
                : TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, Longest.Ticks));
            if (await signal.WaitAsync(pause, stoppingToken))
            {
                pause = Shortest;
            }
        }
    }
}
