using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>What opens the key-value stores that every process knows.</summary>
internal static class KeyValueServices
{
    public static void AddKeyValueDrivers(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IKeyValueDriver>, MemoryKeyValueProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IKeyValueDriver>, FileKeyValueProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IKeyValueDriver>>(new UnboundProvider<IKeyValueDriver>(static missing => new UnboundKeyValueDriver(missing))));
    }
}
