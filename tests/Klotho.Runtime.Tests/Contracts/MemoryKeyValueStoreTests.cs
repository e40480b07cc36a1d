using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

public sealed class MemoryKeyValueStoreTests : KeyValueStoreContract
{
    private readonly MemoryKeyValueDriver _driver = new();

    public override IKeyValueDriver Open() => _driver;

    [Fact]
    public async Task What_has_ended_takes_no_memory_once_somebody_writes()
    {
        foreach (var number in Enumerable.Range(0, 100))
        {
            await _driver.PutExpiringAsync($"session{number}", "1"u8.ToArray(), TimeSpan.FromMilliseconds(1), default, default);
        }

        await Eventually.IsTrueAsync(async () =>
        {
            await _driver.PutAsync("another", "1"u8.ToArray(), default, default);
            return _driver.Count == 1;
        }, "all that ended are gone");
    }
}
