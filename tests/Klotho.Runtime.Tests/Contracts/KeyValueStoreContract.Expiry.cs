namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every key-value store does with items that end.</summary>
public abstract partial class KeyValueStoreContract
{
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Long = TimeSpan.FromHours(1);

    [Fact]
    public async Task What_has_ended_is_as_good_as_deleted()
    {
        var store = Store();
        var ended = await store.PutExpiringAsync("deck/ended", new Card("ended", []), Short);
        await store.PutExpiringAsync("deck/replaced", new Card("ended", []), Short);
        await store.PutExpiringAsync("alone", new Card("ended", []), Short);
        await store.PutExpiringAsync("deck/long", new Card("long", []), Long);
        await store.PutAsync("deck/stays", new Card("stays", []));

        await Ended(store, "deck/ended", "deck/replaced", "alone");

        Assert.Equal(["deck/long", "deck/stays"], await store.QueryAsync("deck/").Select(entry => entry.Key).ToListAsync());
        Assert.Equal(["deck/long", "deck/stays"], (await store.ScanAsync().Select(entry => entry.Key).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(["deck/long"], (await store.GetManyAsync(["deck/ended", "deck/long", "alone"])).Keys);
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.PutAsync("deck/ended", new Card("x", []), WriteCondition.IfVersion(ended)));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.DeleteAsync("deck/ended", WriteCondition.IfVersion(ended)));
        Assert.False(await store.DeleteAsync("deck/ended"));
        await store.PutAsync("deck/replaced", new Card("anew", []), WriteCondition.IfAbsent);
        Assert.Equal("anew", (await store.GetAsync("deck/replaced"))?.Value.Title);
    }

    [Fact]
    public async Task Each_write_says_anew_how_long_the_item_is_there()
    {
        var store = Store();
        string[] keys = ["deck/stays", "deck/longer", "deck/conditional", "deck/batch", "deck/short"];
        var versions = new Dictionary<string, EntryVersion>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            // Long enough for the second write; where that did not count, waiting for it below would take as long.
            versions[key] = await store.PutExpiringAsync(key, new Card("first", []), key == "deck/short" ? Long : TimeSpan.FromSeconds(2));
        }

        await store.PutAsync("deck/stays", new Card("second", []));
        await store.PutExpiringAsync("deck/longer", new Card("second", []), Long);
        await store.PutExpiringAsync("deck/conditional", new Card("second", []), Long, WriteCondition.IfVersion(versions["deck/conditional"]));
        await store.PutManyAsync([KeyValuePair.Create("deck/batch", new Card("second", []))]);
        await store.PutExpiringAsync("deck/short", new Card("second", []), TimeSpan.FromSeconds(2));

        await Ended(store, "deck/short");

        Assert.Equal(["deck/batch", "deck/conditional", "deck/longer", "deck/stays"], await store.QueryAsync("deck/").Select(entry => entry.Key).ToListAsync());
        Assert.All(await store.ScanAsync().ToListAsync(), entry => Assert.Equal("second", entry.Value.Title));
    }

    [Fact]
    public async Task Conditions_hold_for_items_that_end_too()
    {
        var store = Store();
        var first = await store.PutExpiringAsync("a", new Card("1", []), Long, WriteCondition.IfAbsent);

        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.PutExpiringAsync("a", new Card("x", []), Long, WriteCondition.IfAbsent));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.PutExpiringAsync("a", new Card("x", []), Long, WriteCondition.IfVersion(new EntryVersion("none"))));
        var second = await store.PutExpiringAsync("a", new Card("2", []), Long, WriteCondition.IfVersion(first));

        Assert.Equal((second, "2"), (await store.GetAsync("a")) is { } entry ? (entry.Version, entry.Value.Title) : default);
        Assert.True(await store.DeleteAsync("a", WriteCondition.IfVersion(second)));
    }

    [Fact]
    public async Task A_lifetime_is_more_than_nothing_and_not_for_ever()
    {
        var store = Store();

        foreach (var lifetime in new[] { TimeSpan.Zero, TimeSpan.FromSeconds(-1), TimeSpan.FromDays(3651), TimeSpan.MaxValue, Timeout.InfiniteTimeSpan })
        {
            await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await store.PutExpiringAsync("a", new Card("x", []), lifetime));
        }

        await store.PutExpiringAsync("a", new Card("longest", []), TimeSpan.FromDays(3650));
        Assert.Equal(["longest"], await store.ScanAsync().Select(entry => entry.Value.Title).ToListAsync());
    }

    private static async Task Ended(IKeyValueStore<Card> store, params string[] keys)
    {
        foreach (var key in keys)
        {
            await Eventually.IsTrueAsync(async () => await store.GetAsync(key) is null, $"'{key}' has ended");
        }
    }
}
