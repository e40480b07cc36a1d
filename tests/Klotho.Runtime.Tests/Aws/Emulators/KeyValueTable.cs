using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Makes the table of a key-value store as emitted infrastructure would.</summary>
internal static class KeyValueTable
{
    public static async Task CreateAsync(IAmazonDynamoDB client, string name)
    {
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = name,
            BillingMode = BillingMode.PAY_PER_REQUEST,
            AttributeDefinitions = [new("pk", ScalarAttributeType.S), new("sk", ScalarAttributeType.S)],
            KeySchema = [new("pk", KeyType.HASH), new("sk", KeyType.RANGE)],
        });
        await Eventually.IsTrueAsync(async () => (await client.DescribeTableAsync(name)).Table.TableStatus == TableStatus.ACTIVE, "the table is there");
    }
}
