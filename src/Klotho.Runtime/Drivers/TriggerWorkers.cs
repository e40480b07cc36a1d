using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Drivers;

/// <summary>The workers that trigger handlers, in processes whose host does not.</summary>
internal static class TriggerWorkers
{
    public static void AddTriggerWorker(this IServiceCollection services, Func<IServiceProvider, BackgroundService> create) =>
        services.AddSingleton<IHostedService>(provider => provider.GetService<TriggeringHost>() is null ? create(provider) : new Resting());

    /// <summary>The same for what keeps time, which somebody else may do (<c>Klotho:Schedules</c> is <c>external</c>).</summary>
    public static void AddTimeWorker(this IServiceCollection services, Func<IServiceProvider, BackgroundService> create) =>
        services.AddSingleton<IHostedService>(provider =>
            provider.GetService<TriggeringHost>() is null && provider.GetService<IConfiguration>()?["Klotho:Schedules"] != "external" ? create(provider) : new Resting());

    private sealed class Resting : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
