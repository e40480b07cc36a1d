using Klotho.Drivers;
using Klotho.Runtime.Tests.Servers;

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

        Assert.Equal(1, Files());
    }

    [Fact]
    public async Task The_files_of_items_that_have_ended_are_deleted_by_those_who_write_others()
    {
        var clock = new SetClock();
        var driver = new FileKeyValueDriver(_folder.Path, clock);
        foreach (var number in Enumerable.Range(0, 99))
        {
            await driver.PutExpiringAsync($"message{number}", "1"u8.ToArray(), TimeSpan.FromHours(number < 9 ? 3 : 1), default, default);
        }

        clock.Ahead += TimeSpan.FromHours(2);
        Assert.Equal(99, Files());
        await driver.PutExpiringAsync("another", "1"u8.ToArray(), TimeSpan.FromHours(1), default, default);

        Assert.Equal(10, Files());
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

    private int Files() => Directory.EnumerateFiles(_folder.Path, "*.item", SearchOption.AllDirectories).Count();
}
