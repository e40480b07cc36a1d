using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class FileBlobStoreTests(LinkedFiles process) : BlobStoreContract, IClassFixture<LinkedFiles>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public override IBlobDriver Open() => process.Serve(link => new FileBlobDriver(_folder.Path, link));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Replaced_and_failed_writes_leave_no_content_behind()
    {
        var driver = Open();
        for (var turn = 0; turn < 3; turn++)
        {
            await driver.WriteAsync("a", new PatternStream(10 + turn), new BlobWriteOptions(), default);
        }

        await Assert.ThrowsAsync<IOException>(async () => await driver.WriteAsync("a", new PatternStream(10, failAt: 5), new BlobWriteOptions(), default));
        await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await driver.WriteAsync("a", new PatternStream(10), new BlobWriteOptions { IfAbsent = true }, default));

        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder.Path, "contents")));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder.Path, "drafts")));
    }
}
