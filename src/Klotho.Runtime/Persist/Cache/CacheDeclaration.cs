using Klotho.Drivers;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Wiring;

/// <summary>A cache (<see cref="IDistributedCache"/>). Without a binding it is this process's own, in memory: a cache may forget.</summary>
/// <param name="id">The cache's id.</param>
public sealed class CacheDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        foreach (var scheme in new[] { LocalBinding.Memory.Scheme, Uri.UriSchemeFile })
        {
            context.Services.AddSingleton<IDriverProvider<IDistributedCache>>(new MemoryCacheProvider(scheme));
        }

        context.Services.AddDriver<IDistributedCache>(Id, "Persist");
    }
}
