namespace Klotho.Drivers;

/// <summary>Opens blob stores in memory.</summary>
internal sealed class MemoryBlobProvider(LocalBlobLinks links) : IDriverProvider<IBlobDriver>
{
    public string Scheme => LocalBinding.Memory.Scheme;

    public IBlobDriver Open(string id, ResourceBinding binding) => new MemoryBlobDriver((path, lifetime) => links.Of(id, path, lifetime));
}
