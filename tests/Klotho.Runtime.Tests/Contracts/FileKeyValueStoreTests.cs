using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class FileKeyValueStoreTests : KeyValueStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public override IKeyValueDriver Open() => new FileKeyValueDriver(_folder.Path);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_file_of_an_item_that_has_ended_is_deleted_by_who_comes_across_it()
    {
        var driver = Open();
        await driver.PutExpiringAsync("deck/a", "1"u8.ToArray(), TimeSpan.FromMilliseconds(1), default, default);
        await driver.PutExpiringAsync("deck/b", "1"u8.ToArray(), TimeSpan.FromHours(1), default, default);

        await Eventually.IsTrueAsync(async () => await driver.QueryAsync("deck", "deck/", null, default).CountAsync() == 1, "one has ended");

        Assert.Single(Directory.EnumerateFiles(_folder.Path, "*.item", SearchOption.AllDirectories));
    }

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
