using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Contracts;

/// <summary>What every key-value store does, whatever it keeps items on.</summary>
public abstract partial class KeyValueStoreContract
{
    /// <summary>A driver of a store that is new in this test. Called again, it opens the same store as another process would.</summary>
    public abstract IKeyValueDriver Open();

    private IKeyValueStore<Card> Store() => new KeyValueStore<Card>("cards", Open(), JsonSerializerFixture.Default);

    [Fact]
    public async Task What_was_put_is_got_with_its_version()
    {
        var store = Store();

        var version = await store.PutAsync("deck/1", new Card("one", [1, 2]));
        var entry = await store.GetAsync("deck/1");

        Assert.NotNull(entry);
        Assert.Equal(("deck/1", version, "one"), (entry.Key, entry.Version, entry.Value.Title));
        Assert.Equal([1, 2], entry.Value.Numbers);
        Assert.Null(await store.GetAsync("deck/2"));
        Assert.Null(await store.GetAsync("deck"));
    }

    [Fact]
    public async Task What_is_got_is_never_the_instance_that_was_put()
    {
        var store = Store();
        var card = new Card("one", [1]);
        await store.PutAsync("a", card);
        card.Numbers.Add(2);

        var first = await store.GetAsync("a");
        first?.Value.Numbers.Add(3);
        var second = await store.GetAsync("a");

        Assert.Equal([1], second?.Value.Numbers);
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_writes_nothing()
    {
        var store = Store();
        await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await store.PutAsync("a", new Card("x", []), WriteCondition.IfVersion(new EntryVersion("none"))));
        var first = await store.PutAsync("a", new Card("1", []), WriteCondition.IfAbsent);
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.PutAsync("a", new Card("x", []), WriteCondition.IfAbsent));
        var second = await store.PutAsync("a", new Card("2", []), WriteCondition.IfVersion(first));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.PutAsync("a", new Card("x", []), WriteCondition.IfVersion(first)));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await store.DeleteAsync("a", WriteCondition.IfVersion(first)));

        Assert.NotEqual(first, second);
        Assert.Equal("2", (await store.GetAsync("a"))?.Value.Title);
        Assert.True(await store.DeleteAsync("a", WriteCondition.IfVersion(second)));
        Assert.False(await store.DeleteAsync("a"));
        Assert.Null(await store.GetAsync("a"));
    }

    [Fact]
    public async Task Writing_the_same_value_again_makes_a_new_version()
    {
        var store = Store();

        Assert.NotEqual(await store.PutAsync("a", new Card("1", [])), await store.PutAsync("a", new Card("1", [])));
    }

    [Fact]
    public async Task Of_writers_that_race_each_wins_as_often_as_it_says()
    {
        const int Writers = 8;
        const int Increments = 5;
        await Store().PutAsync("counter", new Card("0", [0]));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => Task.Run(async () =>
        {
            var store = Store();
            for (var done = 0; done < Increments;)
            {
                var entry = await store.GetAsync("counter");
                Assert.NotNull(entry);
                try
                {
                    await store.PutAsync("counter", new Card("n", [entry.Value.Numbers[0] + 1]), WriteCondition.IfVersion(entry.Version));
                    done++;
                }
                catch (ConcurrencyException)
                {
                    // Somebody else was first.
                }
            }
        })));

        Assert.Equal([Writers * Increments], (await Store().GetAsync("counter"))?.Value.Numbers);
    }

    [Fact]
    public async Task Of_those_who_create_an_item_at_once_one_does()
    {
        var created = await Task.WhenAll(Enumerable.Range(0, 16).Select(number => Task.Run(async () =>
        {
            try
            {
                await Store().PutAsync("only", new Card($"{number}", []), WriteCondition.IfAbsent);
                return true;
            }
            catch (ConcurrencyException)
            {
                return false;
            }
        })));

        Assert.Single(created, true);
    }

    [Fact]
    public async Task A_query_gives_a_partition_in_order()
    {
        var store = Store();
        string[] keys = ["d/10", "d/1", "d/2", "d", "d/é", "d/Z", "d/a", "d/a/b", "dd/1", "e/1", "d/\uFF5E", "d/\U0001F600"];
        foreach (var key in keys)
        {
            await store.PutAsync(key, new Card(key, []));
        }

        var all = await store.QueryAsync("d/").Select(entry => entry.Key).ToListAsync();
        var some = await store.QueryAsync("d/1").Select(entry => entry.Key).ToListAsync();

        Assert.Equal(["d/1", "d/10", "d/2", "d/Z", "d/a", "d/a/b", "d/é", "d/\uFF5E", "d/\U0001F600"], all);
        Assert.Equal(["d/1", "d/10"], some);
        Assert.Empty(await store.QueryAsync("nobody/").ToListAsync());
    }

    [Fact]
    public async Task Pages_are_read_after_the_last_key()
    {
        var store = Store();
        for (var number = 0; number < 25; number++)
        {
            await store.PutAsync($"deck/{number:D3}", new Card($"{number}", []));
        }

        var read = new List<string>();
        string? after = null;
        List<string> page;
        while ((page = await store.QueryAsync("deck/", after).Take(7).Select(entry => entry.Key).ToListAsync()).Count > 0)
        {
            read.AddRange(page);
            after = page[^1];
        }

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"deck/{number:D3}"), read);
        Assert.Empty(await store.QueryAsync("deck/", "zzz").ToListAsync());
        Assert.Equal(25, await store.QueryAsync("deck/", "a").CountAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("deck")]
    [InlineData("/deck")]
    public void A_query_names_a_whole_partition(string prefix) =>
        Assert.Throws<ArgumentException>(() => { _ = Store().QueryAsync(prefix); });

    [Fact]
    public async Task A_scan_gives_every_item_once()
    {
        var store = Store();
        string[] keys = ["a", "a/b", "b/c", "C", "c"];
        foreach (var key in keys)
        {
            await store.PutAsync(key, new Card(key, []));
        }

        await store.DeleteAsync("b/c");

        Assert.Equal(["C", "a", "a/b", "c"], (await store.ScanAsync().Select(entry => entry.Value.Title).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("A")]
    [InlineData("con")]
    [InlineData("..")]
    [InlineData("../../etc/passwd")]
    [InlineData("a//b/")]
    [InlineData("a b%2f\\:*?\"<>|")]
    [InlineData("日本語/キー")]
    [InlineData("e\u0301 is not \u00e9")]
    [InlineData("\U0001F600/\0/\u0007\n")]
    public async Task Any_text_is_a_key(string key)
    {
        var store = Store();
        await store.PutAsync("a", new Card("another", []));
        await store.PutAsync(key, new Card(key, []));
        await store.PutAsync(key + "x", new Card("near", []));

        Assert.Equal((key, key), (await store.GetAsync(key)) is { } entry ? (entry.Key, entry.Value.Title) : default);
        Assert.True(await store.DeleteAsync(key));
        Assert.Null(await store.GetAsync(key));
        Assert.NotNull(await store.GetAsync("a"));
    }

    [Fact]
    public async Task Long_keys_that_differ_at_the_end_differ()
    {
        var store = Store();
        var beginning = "p/" + new string('é', 500);
        await store.PutAsync(beginning + "1", new Card("1", []));
        await store.PutAsync(beginning + "2", new Card("2", []));

        Assert.Equal("1", (await store.GetAsync(beginning + "1"))?.Value.Title);
        Assert.Equal(["1", "2"], await store.QueryAsync("p/é").Select(entry => entry.Value.Title).ToListAsync());
        await Assert.ThrowsAsync<ArgumentException>(async () => await store.PutAsync(new string('k', 1025), new Card("", [])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    public async Task A_key_has_a_partition(string key) =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store().GetAsync(key));

    [Fact]
    public async Task A_key_is_text() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store().GetAsync("half a pair: \uD83D"));

    [Fact]
    public async Task An_item_over_the_limit_is_refused_and_one_at_it_is_kept()
    {
        var store = Store();
        // {"title":"…","numbers":[]} is 25 bytes beside the title; 64 and the key twice are the item's own.
        var longest = new string('x', KeyValueLimits.MaxItemBytes - 64 - 2 - 25);

        await store.PutAsync("k", new Card(longest, []));
        var over = await Assert.ThrowsAsync<PayloadTooLargeException>(async () => await store.PutAsync("k", new Card(longest + "x", [])));

        Assert.Contains("409600", over.Message, StringComparison.Ordinal);
        Assert.Equal(longest.Length, (await store.GetAsync("k"))?.Value.Title.Length);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing()
    {
        var store = Store();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await store.PutAsync("a", new Card("", []), cancel: new CancellationToken(true)));

        Assert.Null(await store.GetAsync("a"));
    }

    /// <summary>What the contract keeps.</summary>
    internal sealed record Card(string Title, List<int> Numbers);
}
