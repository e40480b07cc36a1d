namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every key-value store does with several items at once.</summary>
public abstract partial class KeyValueStoreContract
{
    [Fact]
    public async Task Many_items_are_written_read_and_deleted_together()
    {
        // More than any technology takes at once, in several partitions.
        var keys = Enumerable.Range(0, 230).Select(number => $"deck{number % 3}/{number:D3}").ToList();
        var store = Store();
        var replaced = await store.PutAsync(keys[7], new Card("old", [0]));

        await store.PutManyAsync(keys.Select((key, number) => KeyValuePair.Create(key, new Card(key, [number]))));
        var found = await store.GetManyAsync([.. keys, keys[0], "nobody", "deck0/nobody"]);

        Assert.Equal(keys.Order(StringComparer.Ordinal), found.Keys.Order(StringComparer.Ordinal));
        Assert.All(keys.Index(), each => Assert.Equal((each.Item, each.Item, each.Index), Seen(found[each.Item])));
        Assert.NotEqual(replaced, found[keys[7]].Version);
        Assert.Equal(found[keys[8]].Version, (await store.GetAsync(keys[8]))?.Version);
        Assert.Equal(keys.Count, found.Values.Select(entry => entry.Version).Distinct().Count());
        Assert.Equal(77, await store.QueryAsync("deck0/").CountAsync());

        await store.DeleteManyAsync([.. keys.Skip(1), keys[5], "nobody"]);

        Assert.Equal([keys[0]], await store.ScanAsync().Select(entry => entry.Key).ToListAsync());
    }

    [Fact]
    public async Task None_of_many_is_nothing()
    {
        var store = Store();
        await store.PutAsync("a", new Card("stays", []));

        await store.PutManyAsync([]);
        await store.DeleteManyAsync([]);

        Assert.Empty(await store.GetManyAsync([]));
        Assert.Equal(1, await store.ScanAsync().CountAsync());
    }

    [Fact]
    public async Task Of_many_items_none_is_written_where_one_may_not_be()
    {
        var store = Store();
        var good = KeyValuePair.Create("good", new Card("good", []));

        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutManyAsync([good, KeyValuePair.Create("/bad", good.Value)]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutManyAsync([good, good]));
        await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await store.PutManyAsync([good, KeyValuePair.Create("large", new Card(new string('x', 420_000), []))]));
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.GetManyAsync(["good", ""]));
        await store.PutAsync("good", good.Value);
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.DeleteManyAsync(["good", ""]));

        Assert.Equal(["good"], await store.ScanAsync().Select(entry => entry.Key).ToListAsync());
    }

    [Fact]
    public async Task Those_who_write_the_same_items_at_once_all_succeed()
    {
        var keys = Enumerable.Range(0, 40).Select(number => $"deck/{number}").ToList();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            var order = writer % 2 == 0 ? keys : Enumerable.Reverse(keys);
            await Store().PutManyAsync(order.Select(key => KeyValuePair.Create(key, new Card(key, [writer]))));
        })));

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await Store().GetManyAsync(keys)).Values.Select(entry => entry.Value.Title).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Who_asks_for_less_fresh_reads_gets_what_has_been_there_for_long()
    {
        // What is missing of the last second on AWS is not missing anywhere here.
        var store = Store();
        var version = await store.PutAsync("deck/1", new Card("one", []));

        Assert.Equal(version, (await store.GetAsync("deck/1", ReadConsistency.Eventual))?.Version);
        Assert.Equal(version, (await store.GetManyAsync(["deck/1"], ReadConsistency.Eventual))["deck/1"].Version);
        Assert.Equal([version], await store.QueryAsync("deck/", ReadConsistency.Eventual).Select(entry => entry.Version).ToListAsync());
        Assert.Empty(await store.QueryAsync("deck/", ReadConsistency.Eventual, after: "deck/1").ToListAsync());
        Assert.Equal([version], await store.ScanAsync(ReadConsistency.Eventual).Select(entry => entry.Version).ToListAsync());
    }

    private static (string Key, string Title, int Number) Seen(KeyValueEntry<Card> entry) => (entry.Key, entry.Value.Title, Assert.Single(entry.Value.Numbers));
}
