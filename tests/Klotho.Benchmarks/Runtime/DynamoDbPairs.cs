using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Klotho.Runtime.Tests.Aws;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Benchmarks.Runtime;

/// <summary>DynamoDB, by the SDK of AWS.</summary>
internal static class DynamoDbPairs
{
    private const string Table = RuntimeServers.Name;

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var client = new AmazonDynamoDBClient();
        await KeyValueTable.CreateAsync(client, Table);
        return KeyValuePairs.Of(
            new("DynamoDB")
            {
                Put = new("`PutItem`", number => client.PutItemAsync(new PutItemRequest { TableName = Table, Item = Item(number) })),
                PutNew = new("`PutItem` on a condition", number => client.PutItemAsync(new PutItemRequest { TableName = Table, Item = Item(number), ConditionExpression = "attribute_not_exists(pk)" })),
                Get = new("`GetItem`, consistent", async number =>
                    Read((await client.GetItemAsync(new GetItemRequest { TableName = Table, Key = Key(number), ConsistentRead = true })).Item)),
                Delete = new("`DeleteItem` that returns the item", number => client.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Key(number), ReturnValues = ReturnValue.ALL_OLD })),
                Query = new("`Query`, consistent", _ => QueryAsync(client)),
                GetMany = new("`BatchGetItem`, consistent", number => GetManyAsync(client, number)),
                PutMany = new("`BatchWriteItem`", number => client.BatchWriteItemAsync(new BatchWriteItemRequest
                {
                    RequestItems = new() { [Table] = [.. KeyValueClient.BatchOf(number).Select(each => new WriteRequest(new PutRequest(Item(each))))] },
                })),
            },
            servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("items"));
    }

    private static async Task QueryAsync(AmazonDynamoDBClient client)
    {
        var answer = await client.QueryAsync(new QueryRequest
        {
            TableName = Table,
            KeyConditionExpression = "pk = :partition AND begins_with(sk, :prefix)",
            ExpressionAttributeValues = new() { [":partition"] = new() { S = "raw" }, [":prefix"] = new() { S = "raw/1" } },
            ConsistentRead = true,
        });
        answer.Items.ForEach(Read);
    }

    private static async Task GetManyAsync(AmazonDynamoDBClient client, int number)
    {
        var answer = await client.BatchGetItemAsync(new BatchGetItemRequest
        {
            RequestItems = new() { [Table] = new KeysAndAttributes { Keys = [.. KeyValueClient.BatchOf(number).Select(Key)], ConsistentRead = true } },
        });
        answer.Responses[Table].ForEach(Read);
    }

    private static void Read(Dictionary<string, AttributeValue> item) => _ = (item["sk"].S, JsonSerializer.Deserialize<Card>(item["value"].S), item["version"].S);

    private static Dictionary<string, AttributeValue> Key(int number) => new() { ["pk"] = new() { S = "raw" }, ["sk"] = new() { S = KeyValueClient.Key(number) } };

    private static Dictionary<string, AttributeValue> Item(int number) => new(Key(number))
    {
        ["value"] = new() { S = JsonSerializer.Serialize(Card.Of(number)) },
        ["version"] = new() { S = Guid.NewGuid().ToString("N") },
    };
}
