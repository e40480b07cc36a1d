namespace Klotho.Drivers;

/// <summary>Opens blob stores in files.</summary>
internal sealed class FileBlobProvider(LocalBlobLinks links) : IDriverProvider<IBlobDriver>
{
    public string Scheme => Uri.UriSchemeFile;

    public IBlobDriver Open(string id, ResourceBinding binding) =>
        new FileBlobDriver(LocalBinding.Directory(binding, "blobs", id), (path, lifetime) => links.Of(id, path, lifetime));
}
