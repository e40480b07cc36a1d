namespace Klotho.Drivers;

/// <summary>Opens stores in memory.</summary>
internal sealed class MemoryKeyValueProvider(TimeProvider time) : IDriverProvider<IKeyValueDriver>
{
    public string Scheme => LocalBinding.Memory.Scheme;

    public IKeyValueDriver Open(string id, ResourceBinding binding) => new MemoryKeyValueDriver(time);
}
