using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.EntityFramework;

/// <summary>Has inboxes swept for as long as the process runs. A host that freezes it between requests has the sweep done after one of them.</summary>
internal sealed class InboxWorker(InboxSweep sweep, TimeProvider time, IServiceProvider services) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Making a model takes its time: the start of the application does not wait for it.
        await Task.Yield();
        if (services.GetService<TriggeringHost>() is not null)
        {
            return;
        }

        while (sweep.Pause is { } pause)
        {
            await Task.Delay(pause, time, stoppingToken);
            await sweep.RunAsync(stoppingToken);
        }
    }
}
