using Klotho.Drivers;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A cache (<see cref="IDistributedCache"/>). Without a binding it is this process's own, in memory: a cache may forget.</summary>
/// <param name="id">The cache's id.</param>
public sealed class CacheDeclaration(string id) : Declaration
{
    private const string Section = "Persist";

    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        foreach (var scheme in new[] { LocalBinding.Memory.Scheme, Uri.UriSchemeFile })
        {
            context.Services.AddSingleton<IDriverProvider<IDistributedCache>>(new MemoryCacheProvider(scheme));
        }

        // A driver is what the application is given, so its faults come ahead of it.
        context.Services.TryAddKeyedSingleton(Id, (provider, _) => Open(provider));
        context.Services.AddDriver<IDistributedCache>(Id, Section);
    }

    private IDistributedCache Open(IServiceProvider provider)
    {
        var cache = provider.GetRequiredService<DriverSelection<IDistributedCache>>().Open(Id, Section);
        return provider.GetRequiredService<Chaos>().DiceOf($"{Section}:{Id}") is { } dice ? new ChaosCache(cache, dice) : cache;
    }
}
