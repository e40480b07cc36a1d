using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Drivers;

/// <summary>The drivers of resources as services, by the resource's id.</summary>
internal static class DriverServices
{
    /// <summary>Adds a resource's driver, which the first binding among <paramref name="sections"/> chooses.</summary>
    public static void AddDriver<TDriver>(this IServiceCollection services, string id, params string[] sections)
        where TDriver : class
    {
        services.TryAddSingleton<ResourceBindings>();
        services.TryAddSingleton<Chaos>();
        services.TryAddSingleton<DriverSelection<TDriver>>();
        services.TryAddKeyedSingleton(id, (provider, _) => provider.GetRequiredService<DriverSelection<TDriver>>().Open(id, sections));
        services.AddSingleton(new DriverRegistration(id, sections, typeof(TDriver), provider => provider.GetRequiredKeyedService<TDriver>(id)));
    }

    /// <summary>Has all drivers of a kind decorated, once and ahead of what is added later.</summary>
    public static void AddDriverDecoration<TDriver, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TDecoration>(this IServiceCollection services)
        where TDecoration : class, IDriverDecoration<TDriver> =>
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverDecoration<TDriver>, TDecoration>());

    /// <summary>A resource's driver as the application uses it.</summary>
    public static TDriver DecoratedDriver<TDriver>(this IServiceProvider provider, string id)
        where TDriver : class =>
        provider.GetServices<IDriverDecoration<TDriver>>().Aggregate(provider.GetRequiredKeyedService<TDriver>(id), (driver, decoration) => decoration.Around(id, driver));
}
