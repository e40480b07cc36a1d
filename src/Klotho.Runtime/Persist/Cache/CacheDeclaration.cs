using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>A cache (<see cref="IDistributedCache"/>). Without a binding it is this process's own, in memory: a cache may forget.</summary>
/// <param name="id">The cache's id.</param>
public sealed class CacheDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context) =>
        context.Services.TryAddKeyedSingleton<IDistributedCache>(
            Id, static (_, _) => new MemoryDistributedCache(Options.Create(new MemoryDistributedCacheOptions())));
}
