using System.Reflection;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Klotho.Hosting;

/// <summary>Registers what a process of one unit hosts.</summary>
internal static class UnitHostedServicesRegistration
{
    /// <summary>Has the host start only the hosted services that are registered, now or later, for the process's unit.</summary>
    public static void AddUnitHostedServices(this IServiceCollection services, Assembly? application) =>
        services.AddSingleton<IEnumerable<IHostedService>>(provider => UnitHostedServices.Of(
            services,
            provider.GetRequiredService<ProcessRole>(),
            new HostedServiceUnits(
                provider.GetRequiredService<DeclarationList>(), application, provider.GetRequiredService<IOptions<KlothoOptions>>().Value),
            provider,
            provider.GetRequiredService<ILogger<UnitHostedServices>>()));
}
