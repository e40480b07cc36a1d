using System.Text.Json.Nodes;
using Amazon.DynamoDBv2.Model;
using Klotho.Aws;
using Klotho.Drivers;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>What a table leaves undone of a batch. DynamoDB does so when it is throttled, which dynalite never is, so a script answers in its place.</summary>
public sealed class DynamoDbBatchTests : IClassFixture<AwsEmulators>
{
    [Fact]
    public async Task What_was_left_undone_is_asked_for_again_and_nothing_else_is()
    {
        await using var service = await ScriptedService.StartAsync(
            body => (200, Left(body, "UnprocessedItems", from: 23)),
            body => (200, Left(body, "UnprocessedItems", from: 0)),
            _ => (200, """{"UnprocessedItems":{}}"""));
        using var clients = new ClientsAt(service.Address);

        await Driver(clients).PutManyAsync([.. Enumerable.Range(0, 30).Select(number => new KeyValueWrite($"k{number}", "1"u8.ToArray()))], default);

        Assert.Equal([25, 2, 2, 5], service.Requests.Select(request => Asked(request.Body).Count));
        Assert.Equal(["k23", "k24"], Asked(service.Requests.ElementAt(2).Body).Select(write => (string?)write?["PutRequest"]?["Item"]?["sk"]?["S"]));
    }

    [Fact]
    public async Task Reads_are_asked_for_again_too_as_fresh_as_before()
    {
        await using var service = await ScriptedService.StartAsync(
            body => (200, Left(body, "UnprocessedKeys", from: 99)),
            _ => (200, """{"Responses":{"table":[{"pk":{"S":"k99"},"sk":{"S":"k99"},"value":{"S":"1"},"version":{"S":"v"}}]}}"""),
            _ => (200, """{"Responses":{}}"""));
        using var clients = new ClientsAt(service.Address);

        var found = await Driver(clients).GetManyAsync([.. Enumerable.Range(0, 101).Select(number => $"k{number}")], default);
        await Driver(clients).Eventual.GetManyAsync(["k"], default);

        Assert.Equal(["k99"], found.Select(item => item.Key));
        Assert.Equal([true, true, true, false], service.Requests.Select(request => (bool?)JsonNode.Parse(request.Body)?["RequestItems"]?["table"]?["ConsistentRead"]));
        Assert.Equal([100, 1, 1, 1], service.Requests.Select(request => Asked(request.Body, "Keys").Count));
    }

    [Fact]
    public async Task A_table_that_does_nothing_for_long_is_an_error()
    {
        await using var service = await ScriptedService.StartAsync(body => (200, Left(body, "UnprocessedItems", from: 0)));
        using var clients = new ClientsAt(service.Address);

        var deleting = Driver(clients).DeleteManyAsync(["a", "b"], default).AsTask();
        var failure = await Assert.ThrowsAsync<ProvisionedThroughputExceededException>(() => deleting);

        Assert.Contains("2 of 2 items", failure.Message, StringComparison.Ordinal);
        Assert.Equal(8, service.Requests.Count);
    }

    [Fact]
    public async Task Reads_are_strong_unless_less_is_asked_for()
    {
        await using var service = await ScriptedService.StartAsync(_ => (200, "{}"));
        using var clients = new ClientsAt(service.Address);
        var strong = Driver(clients);

        foreach (var driver in new[] { strong, strong.Eventual, strong.Eventual.Eventual })
        {
            await driver.GetAsync("a", default);
            await driver.QueryAsync("a", "a/", null, default).CountAsync();
            await driver.ScanAsync(default).CountAsync();
        }

        Assert.Equal(
            [true, true, true, false, false, false, false, false, false],
            service.Requests.Select(request => (bool?)JsonNode.Parse(request.Body)?["ConsistentRead"]));
    }

    private static IKeyValueDriver Driver(IAwsClients clients) => new DynamoDbKeyValueDriver(clients, "table", TimeProvider.System);

    private static JsonArray Asked(string body, string? list = null)
    {
        var table = JsonNode.Parse(body)?["RequestItems"]?["table"];
        return Assert.IsType<JsonArray>(list is null ? table : table?[list]);
    }

    // The same request, without what comes before.
    private static string Left(string body, string name, int from)
    {
        var items = JsonNode.Parse(body)?["RequestItems"] ?? throw new InvalidOperationException(body);
        var list = Assert.IsType<JsonArray>(items["table"] is JsonObject keys ? keys["Keys"] : items["table"]);
        list.RemoveRange(0, from);
        return new JsonObject { [name] = items.DeepClone() }.ToJsonString();
    }
}
