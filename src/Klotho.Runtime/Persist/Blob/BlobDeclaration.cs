using Klotho.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Klotho.Wiring;

/// <summary>A blob store.</summary>
/// <param name="id">The store's id.</param>
public sealed class BlobDeclaration(string id) : Declaration
{
    /// <inheritdoc />
    public override string Id { get; } = id;

    /// <inheritdoc />
    public override void Register(RegistrationContext context)
    {
        var (id, services) = (Id, context.Services);
        services.TryAddSingleton<LocalBlobLinks>();
        services.TryAddSingleton<BlobLinkEndpoint>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IBlobDriver>, MemoryBlobProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IBlobDriver>, FileBlobProvider>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDriverProvider<IBlobDriver>>(new UnboundProvider<IBlobDriver>(static missing => new UnboundBlobDriver(missing))));
        services.AddDriverDecoration<IBlobDriver, ChaosBlob>();
        services.AddDriverDecoration<IBlobDriver, ObservedBlob>();
        services.AddDriver<IBlobDriver>(id, "Persist");
        services.TryAddKeyedSingleton<IBlobStore>(id, (provider, _) => new BlobStore(provider.DecoratedDriver<IBlobDriver>(id)));
    }

    /// <inheritdoc />
    public override void Map(WebApplication app, ProcessRole role) => app.Services.GetRequiredService<BlobLinkEndpoint>().MapOnce(app);
}
