using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class FileKeyValueStoreTests : KeyValueStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public override IKeyValueDriver Open() => new FileKeyValueDriver(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Keys_that_differ_in_case_have_files_that_differ_without_case()
    {
        var driver = Open();
        await driver.PutAsync("Deck/A", "1"u8.ToArray(), default, default);
        await driver.PutAsync("deck/a", "2"u8.ToArray(), default, default);

        var names = Directory.EnumerateFiles(_folder.Path, "*.item", SearchOption.AllDirectories).Select(path => path.ToUpperInvariant()).ToList();

        Assert.Equal(2, names.Distinct().Count());
    }
}
