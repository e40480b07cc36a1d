using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Amazon.S3;
using Amazon.S3.Model;
using Klotho.Runtime.Tests.Aws;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Benchmarks.Runtime;

/// <summary>DynamoDB and S3, by the SDK of AWS.</summary>
internal static class AwsPairs
{
    private const int FileBytes = 64 * 1024;

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var dynamoDb = new AmazonDynamoDBClient();
        var s3 = new AmazonS3Client(new AmazonS3Config { ForcePathStyle = true });
        await KeyValueTable.CreateAsync(dynamoDb, RuntimeServers.Name);
        await s3.PutBucketAsync(new PutBucketRequest { BucketName = RuntimeServers.Name });
        var items = servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("items");
        var objects = servers.App.Services.GetRequiredKeyedService<IBlobStore>("objects");
        var file = new byte[FileBytes];
        return
        [
            new("put, DynamoDB", "`PutItem`", number => PutAsync(dynamoDb, number), async number => await items.PutAsync($"ours/{number % 100}", Card.Of(number))),
            new("get, DynamoDB", "`GetItem`, consistent", number => GetAsync(dynamoDb, number), async number => await items.GetAsync($"ours/{number % 100}")),
            new("write 64 KB, S3", "`PutObject`", async number =>
            {
                using var content = new MemoryStream(file);
                await s3.PutObjectAsync(new PutObjectRequest { BucketName = RuntimeServers.Name, Key = $"raw/{number % 100}", InputStream = content });
            }, async number =>
            {
                using var content = new MemoryStream(file);
                await objects.WriteAsync($"{number % 100}", content);
            }),
            new("read 64 KB, S3", "`GetObject`", async number =>
            {
                using var answer = await s3.GetObjectAsync(RuntimeServers.Name, $"raw/{number % 100}");
                await answer.ResponseStream.CopyToAsync(Stream.Null);
            }, async number =>
            {
                await using var blob = await objects.ReadAsync($"{number % 100}");
                await (blob?.Content ?? Stream.Null).CopyToAsync(Stream.Null);
            }),
        ];
    }

    private static Task PutAsync(AmazonDynamoDBClient client, int number) => client.PutItemAsync(new PutItemRequest
    {
        TableName = RuntimeServers.Name,
        Item = new()
        {
            ["pk"] = new() { S = "raw" },
            ["sk"] = new() { S = $"raw/{number % 100}" },
            ["value"] = new() { S = JsonSerializer.Serialize(Card.Of(number)) },
            ["version"] = new() { S = Guid.NewGuid().ToString("N") },
        },
    });

    private static async Task GetAsync(AmazonDynamoDBClient client, int number)
    {
        var answer = await client.GetItemAsync(new GetItemRequest
        {
            TableName = RuntimeServers.Name,
            Key = new() { ["pk"] = new() { S = "raw" }, ["sk"] = new() { S = $"raw/{number % 100}" } },
            ConsistentRead = true,
        });
        _ = JsonSerializer.Deserialize<Card>(answer.Item["value"].S);
    }
}
