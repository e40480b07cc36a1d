using System.Globalization;
using Amazon.DynamoDBv2.Model;
using Klotho.Aws;
using Klotho.Drivers;
using Klotho.Runtime.Tests.Contracts;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// The contract on the protocol of Amazon DynamoDB, spoken by dynalite. Other than AWS, dynalite never
/// throttles, does not answer a failed condition with the item that is there, and knows no time to live of a table: it has no
/// <c>UpdateTimeToLive</c> and removes nothing. AWS removes an item days after it ended, so that what the driver must do is the same.
/// </summary>
public sealed class DynamoDbKeyValueStoreTests : KeyValueStoreContract, IClassFixture<AwsEmulators>, IAsyncLifetime, IDisposable
{
    private readonly string _table = $"t{Guid.NewGuid():N}";
    private readonly AwsClients _clients = new();

    public Task InitializeAsync() => KeyValueTable.CreateAsync(_clients.DynamoDb, _table);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _clients.Dispose();

    public override IKeyValueDriver Open() => new DynamoDbKeyValueDriver(_clients, _table, TimeProvider.System);

    [Fact]
    public async Task A_query_and_a_scan_read_all_pages()
    {
        // Five items of 300 KB: DynamoDB gives at most 1 MB at a time.
        var driver = Open();
        foreach (var number in Enumerable.Range(0, 5))
        {
            await driver.PutAsync($"deck/{number}", new byte[300 * 1024].Select(_ => (byte)'x').ToArray(), default, default);
        }

        Assert.Equal(["deck/0", "deck/1", "deck/2", "deck/3", "deck/4"], await driver.QueryAsync("deck", "deck/", null, default).Select(item => item.Key).ToListAsync());
        Assert.Equal(5, await driver.ScanAsync(default).CountAsync());
    }

    [Fact]
    public async Task Items_have_the_shape_that_is_documented()
    {
        var version = await Open().PutAsync("deck/1", "{\"a\":1}"u8.ToArray(), default, default);

        var item = Assert.Single((await _clients.DynamoDb.ScanAsync(new ScanRequest { TableName = _table })).Items);

        Assert.Equal(
            [("pk", "deck"), ("sk", "deck/1"), ("value", "{\"a\":1}"), ("version", version.Token)],
            item.OrderBy(attribute => attribute.Key, StringComparer.Ordinal).Select(attribute => (attribute.Key, attribute.Value.S)));
    }

    [Fact]
    public async Task An_item_that_ends_has_the_second_at_which_DynamoDB_may_remove_it()
    {
        var before = DateTimeOffset.UtcNow;
        await Open().PutExpiringAsync("deck/1", "1"u8.ToArray(), TimeSpan.FromMinutes(1.5), default, default);
        var after = DateTimeOffset.UtcNow;

        var item = Assert.Single((await _clients.DynamoDb.ScanAsync(new ScanRequest { TableName = _table })).Items);

        var end = DateTimeOffset.FromUnixTimeSeconds(long.Parse(item["expires"].N, CultureInfo.InvariantCulture));
        Assert.InRange(end, before.AddMinutes(1.5), after.AddMinutes(1.5).AddSeconds(1));
    }

    [Fact]
    public async Task A_table_that_is_missing_is_an_error_and_not_an_empty_store() =>
        await Assert.ThrowsAsync<ResourceNotFoundException>(async () => await new DynamoDbKeyValueDriver(_clients, "nobody", TimeProvider.System).GetAsync("a", default));
}
