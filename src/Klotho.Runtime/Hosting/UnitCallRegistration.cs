using Klotho.Drivers;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Hosting;

/// <summary>What calls between units need, at both ends.</summary>
internal static class UnitCallRegistration
{
    public static void AddUnitCalls(this IServiceCollection services)
    {
        services.TryAddSingleton<PayloadSerializer>();
        services.TryAddSingleton<UnitToken>();
        services.TryAddSingleton<UnitAddresses>();
        services.TryAddSingleton<UnitCircuits>();
        services.TryAddSingleton<UnitRequests>();
        services.TryAddSingleton<CalledMethods>();
        services.TryAddSingleton<CallAdmission>();
        services.TryAddSingleton(static provider => new CallNonces(provider.GetRequiredService<TimeProvider>()));
    }
}
