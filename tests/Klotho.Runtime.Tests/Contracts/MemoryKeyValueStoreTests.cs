using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryKeyValueStoreTests : KeyValueStoreContract
{
    private readonly MemoryKeyValueDriver _driver = new();

    public override IKeyValueDriver Open() => _driver;
}
