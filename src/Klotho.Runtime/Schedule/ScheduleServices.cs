using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>What the schedules of a process share.</summary>
internal static class ScheduleServices
{
    public static void AddScheduleTurns(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(ScheduleTurns)))
        {
            return;
        }

        services.AddKeyValueDrivers();
        services.TryAddSingleton<ResourceBindings>();
        services.TryAddSingleton<DriverSelection<IKeyValueDriver>>();
        services.AddSingleton<ScheduleTurns>();
        services.AddSingleton(new DriverRegistration(
            ScheduleTurns.Id, [ScheduleTurns.Section], typeof(IKeyValueDriver), static provider => (object?)provider.GetRequiredService<ScheduleTurns>().Store ?? new()));
    }
}
