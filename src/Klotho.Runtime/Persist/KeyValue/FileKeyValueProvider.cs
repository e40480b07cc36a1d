namespace Klotho.Drivers;

/// <summary>Opens stores in files.</summary>
internal sealed class FileKeyValueProvider(TimeProvider time) : IDriverProvider<IKeyValueDriver>
{
    public string Scheme => Uri.UriSchemeFile;

    public IKeyValueDriver Open(string id, ResourceBinding binding) => new FileKeyValueDriver(LocalBinding.Directory(binding, "kv", id), time);
}
