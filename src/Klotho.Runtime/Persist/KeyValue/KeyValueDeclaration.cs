using Klotho.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A key-value store of items of type <typeparamref name="T"/>.</summary>
/// <param name="id">The store's id.</param>
public sealed class KeyValueDeclaration<T>(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var (id, services) = (Id, context.Services);
        services.TryAddSingleton<PayloadSerializer>();
        services.AddKeyValueDrivers();
        services.AddDriverDecoration<IKeyValueDriver, ChaosKeyValue>();
        services.AddDriverDecoration<IKeyValueDriver, ObservedKeyValue>();
        services.AddDriver<IKeyValueDriver>(id, "Persist");
        services.TryAddKeyedSingleton<IKeyValueStore<T>>(id, (provider, _) => new KeyValueStore<T>(
            id, provider.DecoratedDriver<IKeyValueDriver>(id), provider.GetRequiredService<PayloadSerializer>()));
    }
}
