namespace Klotho.Drivers;

/// <summary>Opens stores in memory.</summary>
internal sealed class MemoryKeyValueProvider : IDriverProvider<IKeyValueDriver>
{
    public string Scheme => LocalBinding.Memory.Scheme;

    public IKeyValueDriver Open(string id, ResourceBinding binding) => new MemoryKeyValueDriver();
}
