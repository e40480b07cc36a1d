using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every cache does, whatever keeps its entries, by whoever's clock. Each test has caches of its own.</summary>
public abstract class CacheContract
{
    [Fact]
    public async Task What_was_set_is_got_until_it_is_removed()
    {
        byte[] value = [0, 1, 255];
        await Open().SetAsync("a key\0", value, new());
        await Open().SetAsync("empty", [], new());

        Assert.Equal(value, await Open().GetAsync("a key\0"));
        Assert.Equal(value, Open().Get("a key\0"));
        Assert.Empty(await Open().GetAsync("empty") ?? value);
        Assert.Null(await Open().GetAsync("a key"));
        await Open().RemoveAsync("a key\0");
        Assert.Null(await Open().GetAsync("a key\0"));
    }

    [Fact]
    public async Task Caches_do_not_see_each_other()
    {
        await Open().SetStringAsync("a", "1");

        Assert.Null(await Open("other").GetStringAsync("a"));
    }

    [Fact]
    public async Task An_entry_that_is_read_stays_and_ends_unread()
    {
        var cache = Open();
        await cache.SetStringAsync("read", "1", new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromSeconds(2) });
        await cache.SetStringAsync("refreshed", "1", new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromSeconds(2) });
        await cache.SetStringAsync("unread", "1", new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromSeconds(2) });
        for (var passed = 0; passed < 6; passed++)
        {
            await Task.Delay(TimeSpan.FromSeconds(0.5));
            Assert.NotNull(await cache.GetStringAsync("read"));
            await cache.RefreshAsync("refreshed");
        }

        Assert.Null(await cache.GetStringAsync("unread"));
        Assert.NotNull(await cache.GetStringAsync("refreshed"));
    }

    [Fact]
    public async Task An_entry_ends_at_its_absolute_time_also_when_it_is_read()
    {
        var cache = Open();
        await cache.SetStringAsync("both", "1", new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1), AbsoluteExpirationRelativeToNow = TimeSpan.FromSeconds(1) });
        await cache.SetStringAsync("absolute", "1", new DistributedCacheEntryOptions { AbsoluteExpiration = DateTimeOffset.UtcNow.AddSeconds(1) });
        await cache.SetStringAsync("later", "1", new DistributedCacheEntryOptions { SlidingExpiration = TimeSpan.FromMinutes(1), AbsoluteExpirationRelativeToNow = TimeSpan.FromHours(1) });
        await cache.GetStringAsync("both");

        await Eventually.IsTrueAsync(
            async () => await cache.GetStringAsync("both") is null && await cache.GetStringAsync("absolute") is null, "both entries have ended");
        Assert.NotNull(await cache.GetStringAsync("later"));
    }

    [Fact]
    public async Task An_entry_that_is_set_again_has_the_new_times()
    {
        var cache = Open();
        await cache.SetStringAsync("a", "1", new DistributedCacheEntryOptions { AbsoluteExpirationRelativeToNow = TimeSpan.FromMilliseconds(300) });
        await cache.SetStringAsync("a", "2");
        await Task.Delay(TimeSpan.FromMilliseconds(600));

        Assert.Equal("2", await cache.GetStringAsync("a"));
    }

    [Fact]
    public async Task An_end_in_the_past_is_refused() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        async () => await Open().SetStringAsync("a", "1", new DistributedCacheEntryOptions { AbsoluteExpiration = DateTimeOffset.UtcNow.AddSeconds(-1) }));

    /// <summary>The cache of an id, as another process would open it where processes share caches.</summary>
    protected abstract IDistributedCache Open(string id = "rates");
}
