using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The contract of key-value stores with each operation held up.</summary>
public sealed class ChaosKeyValueStoreTests : KeyValueStoreContract
{
    private readonly ChaosKeyValueDriver _driver = new(new MemoryKeyValueDriver(), new ChaosDice(new ChaosSettings(0, TimeSpan.FromMilliseconds(2), 0, 7), "Persist:cards"));

    public override IKeyValueDriver Open() => _driver;
}
