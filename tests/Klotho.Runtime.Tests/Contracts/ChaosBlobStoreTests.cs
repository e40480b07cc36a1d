using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>The contract of blob stores with each operation held up.</summary>
public sealed class ChaosBlobStoreTests(LinkedFiles process) : BlobStoreContract, IClassFixture<LinkedFiles>
{
    private readonly ChaosBlobDriver _driver = new(process.Serve(link => new MemoryBlobDriver(link)), new ChaosDice(new ChaosSettings(0, TimeSpan.FromMilliseconds(2), 0, 7), "Persist:files"));

    public override IBlobDriver Open() => _driver;
}
