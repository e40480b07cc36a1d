using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryBlobStoreTests(LinkedFiles process) : BlobStoreContract, IClassFixture<LinkedFiles>
{
    private readonly IBlobDriver _driver = process.Serve(link => new MemoryBlobDriver(link));

    public override IBlobDriver Open() => _driver;
}
