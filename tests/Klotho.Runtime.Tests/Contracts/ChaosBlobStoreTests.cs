using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The contract of blob stores with each operation held up.</summary>
public sealed class ChaosBlobStoreTests : BlobStoreContract
{
    private readonly ChaosBlobDriver _driver = new(new MemoryBlobDriver(), new ChaosDice(new ChaosSettings(0, TimeSpan.FromMilliseconds(2), 0, 7), "Persist:files"));

    public override IBlobDriver Open() => _driver;
}
