using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryBlobStoreTests : BlobStoreContract
{
    private readonly MemoryBlobDriver _driver = new();

    public override IBlobDriver Open() => _driver;
}
