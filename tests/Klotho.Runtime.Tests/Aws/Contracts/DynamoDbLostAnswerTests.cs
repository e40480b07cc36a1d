using System.Text.Json.Nodes;
using Klotho.Aws;

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
        using var clients = new ScriptedClients(service);
        var driver = new DynamoDbKeyValueDriver(clients, "table", TimeProvider.System);

        var version = await driver.PutAsync("a", "1"u8.ToArray(), WriteCondition.IfAbsent, default);

        Assert.Equal(2, service.Requests.Count);
        Assert.Contains(version.Token, first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_ones_write_is_a_conflict()
    {
        await using var service = await ScriptedService.StartAsync(_ => (400, Failed(JsonNode.Parse("""{"pk":{"S":"a"},"sk":{"S":"a"},"value":{"S":"1"},"version":{"S":"other"}}"""))));
        using var clients = new ScriptedClients(service);

        await Assert.ThrowsAsync<ConcurrencyException>(async () =>
            await new DynamoDbKeyValueDriver(clients, "table", TimeProvider.System).PutAsync("a", "1"u8.ToArray(), WriteCondition.IfAbsent, default));
    }

    private static string Failed(JsonNode? item) => new JsonObject
    {
        ["__type"] = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
        ["message"] = "The conditional request failed",
        ["Item"] = item?.DeepClone(),
    }.ToJsonString();
}
