using System.Text.Json.Nodes;
using Klotho.Aws;
using Klotho.Runtime.Tests.Faults;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// A conditional write whose answer is lost, and which the SDK therefore sends again. DynamoDB answers the second one that the
/// condition failed, with the item that is there; dynalite leaves the item out, so a script answers in its place.
/// </summary>
public sealed class DynamoDbLostAnswerTests : IClassFixture<AwsEmulators>
{
    [Fact]
    public async Task An_own_write_whose_answer_was_lost_is_no_conflict()
    {
        var first = "";
        await using var service = await ScriptedService.StartAsync(
            body =>
            {
                first = body;
                return (500, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}""");
            },
            body => (400, Failed(JsonNode.Parse(first)?["Item"])));
        using var clients = new ClientsAt(service.Address);
        var driver = new DynamoDbKeyValueDriver(clients, "table", TimeProvider.System);

        var version = await driver.PutAsync("a", "1"u8.ToArray(), WriteCondition.IfAbsent, default);

        Assert.Equal(2, service.Requests.Count);
        Assert.Contains(version.Token, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_ones_write_is_a_conflict()
    {
        await using var service = await ScriptedService.StartAsync(_ => (400, Failed(JsonNode.Parse("""{"pk":{"S":"a"},"sk":{"S":"a"},"value":{"S":"1"},"version":{"S":"other"}}"""))));
        using var clients = new ClientsAt(service.Address);

        await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await new DynamoDbKeyValueDriver(clients, "table", TimeProvider.System).PutAsync("a", "1"u8.ToArray(), WriteCondition.IfAbsent, default));
    }

    [Fact]
    public async Task A_deletion_whose_answer_was_lost_says_that_it_does_not_know()
    {
        var table = $"t{Guid.NewGuid():N}";
        using var direct = new AwsClients();
        await KeyValueTable.CreateAsync(direct.DynamoDb, table);
        var fates = new Fates(1) { First = [Fate.None, Fate.LoseAnswer, Fate.None, Fate.None, Fate.None, Fate.LoseAnswer] };
        await using var proxy = await FaultyHttpProxy.StartAsync(new Uri(direct.DynamoDb.Config.ServiceURL), fates);
        using var clients = new ClientsAt(proxy.Address);
        var driver = new DynamoDbKeyValueDriver(clients, table, TimeProvider.System);

        await driver.PutAsync("a", "1"u8.ToArray(), default, default);
        var lost = await Assert.ThrowsAsync<IOException>(async () => await driver.DeleteAsync("a", default, default));
        Assert.Contains("'a'", lost.Message, StringComparison.Ordinal);
        Assert.Null(await driver.GetAsync("a", default));

        var version = await driver.PutAsync("b", "1"u8.ToArray(), default, default);
        await Assert.ThrowsAsync<IOException>(async () => await driver.DeleteAsync("b", WriteCondition.IfVersion(version), default));
        await Assert.ThrowsAsync<ConcurrencyException>(async () => await driver.DeleteAsync("b", WriteCondition.IfVersion(version), default));
        Assert.False(await driver.DeleteAsync("b", default, default));
    }

    [Fact]
    public async Task A_deletion_that_was_sent_again_and_finds_another_ones_item_is_a_conflict()
    {
        await using var service = await ScriptedService.StartAsync(
            _ => (500, """{"__type":"com.amazonaws.dynamodb.v20120810#InternalServerError"}"""),
            _ => (400, Failed(JsonNode.Parse("""{"pk":{"S":"a"},"sk":{"S":"a"},"value":{"S":"1"},"version":{"S":"other"}}"""))));
        using var clients = new ClientsAt(service.Address);

        await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await new DynamoDbKeyValueDriver(clients, "table", TimeProvider.System).DeleteAsync("a", WriteCondition.IfVersion(new EntryVersion("mine")), default));

        Assert.Equal(["attempt=1;", "attempt=2;"], service.Requests.Select(request => request.Headers["amz-sdk-request"].ToString().Split(' ')[0]));
        Assert.All(service.Requests, request => Assert.Equal("ALL_OLD", JsonNode.Parse(request.Body)?["ReturnValuesOnConditionCheckFailure"]?.GetValue<string>()));
    }

    private static string Failed(JsonNode? item) => new JsonObject
    {
        ["__type"] = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        ["message"] = "The conditional request failed",
        ["Item"] = item?.DeepClone(),
    }.ToJsonString();
}
