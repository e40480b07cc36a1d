using System.Text;
using Klotho.Drivers;
using Klotho.Redis;
using Klotho.Runtime.Tests.Contracts;
using Klotho.Runtime.Tests.Servers;
using StackExchange.Redis;

namespace Klotho.Runtime.Tests.Redis;

/// <summary>The contract on a real Redis.</summary>
public sealed class RedisKeyValueStoreTests(RedisServer server) : KeyValueStoreContract, IClassFixture<RedisServer>, IDisposable
{
    private readonly string _prefix = $"t{Guid.NewGuid():N}";
    private readonly RedisConnections _connections = new([], new ValueSources([new FileValueSource()]), TimeProvider.System);

    public void Dispose() => _connections.Dispose();

    public override IKeyValueDriver Open() => Open(server.Port);

    [Fact]
    public async Task Queries_and_scans_read_all_pages()
    {
        var driver = Open();
        foreach (var number in Enumerable.Range(0, 130))
        {
            await driver.PutAsync($"deck/{number:D3}", "1"u8.ToArray(), default, default);
            await driver.PutAsync($"single{number}", "1"u8.ToArray(), default, default);
        }

        Assert.Equal(Enumerable.Range(0, 130).Select(number => $"deck/{number:D3}"), await driver.QueryAsync("deck", "deck/", null, default).Select(item => item.Key).ToListAsync());
        Assert.Equal(260, await driver.ScanAsync(default).Select(item => item.Key).Distinct().CountAsync());
        Assert.Equal(260, await driver.ScanAsync(default).CountAsync());
    }

    [Theory]
    [InlineData("}a/b")]
    [InlineData("{a}/b")]
    [InlineData("a}*?[x/{")]
    public async Task What_means_something_to_a_cluster_or_in_a_pattern_is_text_in_a_key(string key)
    {
        var driver = Open();
        await driver.PutAsync(key, "1"u8.ToArray(), default, default);

        Assert.Equal([key], await driver.ScanAsync(default).Select(item => item.Key).ToListAsync());
        Assert.Equal(Slot(new RedisKeys("p").Item(key)), Slot(new RedisKeys("p").Index(RedisKeys.PartitionOf(key))));
    }

    [Fact]
    public async Task Items_have_the_shape_that_is_documented()
    {
        var version = await Open().PutAsync("deck/1", "{\"a\":1}"u8.ToArray(), default, default);
        using var client = await ClientAsync();
        var database = client.GetDatabase();

        Assert.Equal(["{\"a\":1}", version.Token], (await database.HashGetAsync($"{_prefix}:item{{:deck}}deck/1", ["value", "version"])).Select(field => (string?)field));
        Assert.Equal(["deck/1"], (await database.SortedSetRangeByRankAsync($"{_prefix}:index{{:deck}}")).Select(member => (string?)member));
    }

    [Fact]
    public async Task Nothing_is_left_of_what_was_deleted()
    {
        var driver = Open();
        await driver.PutAsync("deck/1", "1"u8.ToArray(), default, default);
        await driver.DeleteAsync("deck/1", default, default);
        using var client = await ClientAsync();

        Assert.Empty(client.GetServer("127.0.0.1", server.Port).Keys(pattern: $"{_prefix}*"));
    }

    [Fact]
    public async Task Nothing_is_left_of_what_has_ended_where_all_of_a_partition_ends()
    {
        var driver = Open();
        foreach (var number in Enumerable.Range(0, 20))
        {
            await driver.PutExpiringAsync($"deck/{number}", "1"u8.ToArray(), TimeSpan.FromMilliseconds(50 + number), default, default);
            await driver.PutExpiringAsync($"session{number}", "1"u8.ToArray(), TimeSpan.FromMilliseconds(50), default, default);
        }

        using var client = await ClientAsync();
        await Eventually.IsTrue(() => !client.GetServer("127.0.0.1", server.Port).Keys(pattern: $"{_prefix}*").Any(), "all keys have ended, indexes too");
    }

    [Fact]
    public async Task An_index_stays_as_long_as_any_of_its_items()
    {
        var driver = Open();
        await driver.PutExpiringAsync("deck/1", "1"u8.ToArray(), TimeSpan.FromMilliseconds(100), default, default);
        await driver.PutExpiringAsync("deck/2", "1"u8.ToArray(), TimeSpan.FromHours(1), default, default);
        await driver.PutExpiringAsync("deck/3", "1"u8.ToArray(), TimeSpan.FromMilliseconds(100), default, default);
        await driver.PutExpiringAsync("other/1", "1"u8.ToArray(), TimeSpan.FromMilliseconds(100), default, default);
        await driver.PutAsync("other/2", "1"u8.ToArray(), default, default);

        await Eventually.IsTrueAsync(async () => await driver.GetManyAsync(["deck/1", "deck/3", "other/1"], default) is [], "the others have ended");

        Assert.Equal(["deck/2", "other/2"], (await driver.ScanAsync(default).Select(item => item.Key).ToListAsync()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_has_ended_does_not_pile_up_in_the_index_of_a_partition_that_stays()
    {
        var driver = Open();
        await driver.PutAsync("deck/stays", "1"u8.ToArray(), default, default);
        foreach (var number in Enumerable.Range(0, 1000))
        {
            await driver.PutExpiringAsync($"deck/{number}", "1"u8.ToArray(), TimeSpan.FromMilliseconds(1), default, default);
        }

        using var client = await ClientAsync();
        Assert.InRange(await client.GetDatabase().SortedSetLengthAsync($"{_prefix}:index{{:deck}}"), 1, 100);
        Assert.NotNull(await driver.GetAsync("deck/stays", default));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_done_once()
    {
        await using var proxy = new CuttingProxy(server.Port);
        var driver = Open(proxy.Port);
        var first = await driver.PutAsync("a", "1"u8.ToArray(), default, default);

        proxy.CutNextAnswer();
        var second = await driver.PutAsync("a", "2"u8.ToArray(), WriteCondition.IfVersion(first), default);
        proxy.CutNextAnswer();
        var third = await driver.PutAsync("a", "3"u8.ToArray(), default, default);

        Assert.Equal(2, proxy.Lost);
        Assert.NotEqual(second, third);
        Assert.Equal((third, "3"), (await Open().GetAsync("a", default)) is { } item ? (item.Version, Encoding.UTF8.GetString(item.Value.Span)) : default);
    }

    [Fact]
    public async Task A_batch_whose_answer_was_lost_is_done_once()
    {
        await using var proxy = new CuttingProxy(server.Port);
        var driver = Open(proxy.Port);
        await driver.PutManyAsync([new("deck/1", "1"u8.ToArray()), new("deck/2", "1"u8.ToArray())], default);

        proxy.CutNextAnswer();
        await driver.PutManyAsync([new("deck/1", "2"u8.ToArray()), new("deck/2", "2"u8.ToArray())], default);

        Assert.Equal(1, proxy.Lost);
        Assert.Equal(["2", "2"], (await Open().GetManyAsync(["deck/1", "deck/2"], default)).Select(item => Encoding.UTF8.GetString(item.Value.Span)));
    }

    [Fact]
    public async Task A_batch_of_more_than_a_script_is_given_is_written_whole()
    {
        var driver = Open();
        var items = Enumerable.Range(0, 30).Select(number => new KeyValueWrite($"deck/{number:D2}", Encoding.UTF8.GetBytes(new string((char)('a' + (number % 26)), 100_000)))).ToList();

        await driver.PutManyAsync(items, default);

        var found = await driver.QueryAsync("deck", "deck/", null, default).ToListAsync();
        Assert.Equal(items.Select(item => item.Key), found.Select(item => item.Key));
        Assert.All(items.Zip(found), each => Assert.True(each.First.Value.Span.SequenceEqual(each.Second.Value.Span), each.First.Key));
    }

    [Fact]
    public async Task What_a_batch_writes_over_items_that_end_stays_and_its_index_with_it()
    {
        var driver = Open();
        foreach (var key in new[] { "deck/1", "deck/2", "other/1" })
        {
            await driver.PutExpiringAsync(key, "1"u8.ToArray(), TimeSpan.FromMilliseconds(300), default, default);
        }

        await driver.PutManyAsync([new("deck/1", "2"u8.ToArray())], default);
        await Eventually.IsTrueAsync(async () => await driver.GetManyAsync(["deck/2", "other/1"], default) is [], "the others have ended");

        Assert.Equal(["deck/1"], await driver.ScanAsync(default).Select(item => item.Key).ToListAsync());
    }

    [Fact]
    public async Task A_server_that_forgot_the_scripts_is_told_them_again()
    {
        var driver = Open();
        await driver.PutAsync("a", "1"u8.ToArray(), default, default);
        using var client = await ClientAsync();
        await client.GetDatabase().ExecuteAsync("SCRIPT", "FLUSH");

        await driver.PutAsync("a", "2"u8.ToArray(), default, default);

        Assert.Equal("2"u8.ToArray(), (await driver.GetAsync("a", default))?.Value.ToArray());
    }

    private IKeyValueDriver Open(int port) => new RedisKeyValueProvider(_connections, RedisConnections.Scheme)
        .Open("cards", new ResourceBinding("Klotho:Persist:cards", RedisConnections.Scheme, $"127.0.0.1:{port}?prefix={_prefix}"));

    private Task<ConnectionMultiplexer> ClientAsync() => ConnectionMultiplexer.ConnectAsync($"127.0.0.1:{server.Port},allowAdmin=true");

    // What a cluster hashes: the text in the first braces, or everything where there are none or nothing is in them.
    private static string Slot(RedisKey key)
    {
        var text = Encoding.UTF8.GetString((byte[]?)key ?? []);
        var (open, close) = (text.IndexOf('{', StringComparison.Ordinal), text.IndexOf('}', text.IndexOf('{', StringComparison.Ordinal) + 1));
        return close > open + 1 ? text[(open + 1)..close] : text;
    }
}
