using System.Runtime.CompilerServices;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Items in a table of Amazon DynamoDB. Reads are consistent, as they are on a laptop: who reads after a write sees it (at twice
/// the price of eventually consistent reads, which are there for who asks for them). Throttled calls are tried again by the SDK.
/// </summary>
internal sealed class DynamoDbKeyValueDriver(IAwsClients clients, string table, TimeProvider time, bool consistent = true) : IKeyValueDriver, ICheckedDriver
{
    private readonly DynamoDbBatches _batches = new(clients, table, consistent);

    public IKeyValueDriver Eventual => consistent ? new DynamoDbKeyValueDriver(clients, table, time, consistent: false) : this;

    public async ValueTask CheckAsync(CancellationToken cancel)
    {
        try
        {
            // No key of ours begins like this; half the price of a consistent read of nothing.
            await clients.DynamoDb.GetItemAsync(new GetItemRequest { TableName = table, Key = DynamoDbItem.Key("\u0001klotho") }, cancel);
        }
        catch (AmazonDynamoDBException failure) when (AwsRefusal.IsOne(failure))
        {
            // The unit reads nothing.
        }
    }

    public async ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel)
    {
        var answer = await clients.DynamoDb.GetItemAsync(new GetItemRequest { TableName = table, Key = DynamoDbItem.Key(key), ConsistentRead = consistent }, cancel);
        return answer.IsItemSet && DynamoDbItem.IsLive(answer.Item, time.GetUtcNow()) ? DynamoDbItem.Read(answer.Item) : null;
    }

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        PutAsync(key, value, end: null, condition, cancel);

    public ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel) =>
        PutAsync(key, value, time.GetUtcNow() + lifetime, condition, cancel);

    private async ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, DateTimeOffset? end, WriteCondition condition, CancellationToken cancel)
    {
        var version = new EntryVersion(Guid.NewGuid().ToString("N"));
        var check = DynamoDbCondition.Of(condition, time.GetUtcNow());
        var item = DynamoDbItem.Write(key, value, version);
        if (end is { } then)
        {
            item[DynamoDbItem.Expires] = DynamoDbItem.End(then);
        }

        try
        {
            await clients.DynamoDb.PutItemAsync(new PutItemRequest
            {
                TableName = table,
                Item = item,
                ConditionExpression = check.Expression,
                ExpressionAttributeNames = check.Names,
                ExpressionAttributeValues = check.Values,
                ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
            }, cancel);
        }
        catch (ConditionalCheckFailedException failure)
        {
            return IsOwn(failure, version) ? version : throw Conflict(key, failure);
        }

        return version;
    }

    public async ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        var check = DynamoDbCondition.Of(condition, time.GetUtcNow());
        var request = new DeleteItemRequest
        {
            TableName = table,
            Key = DynamoDbItem.Key(key),
            ConditionExpression = check.Expression,
            ExpressionAttributeNames = check.Names,
            ExpressionAttributeValues = check.Values,
            ReturnValues = ReturnValue.ALL_OLD,
            ReturnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.ALL_OLD,
        };
        var sent = new SentRequest(request);
        try
        {
            var answer = await clients.DynamoDb.DeleteItemAsync(request, cancel);
            return answer.Attributes is { Count: > 0 } item
                ? DynamoDbItem.IsLive(item, time.GetUtcNow())
                : sent.WasRepeated ? throw Unknown(key) : false;
        }
        catch (ConditionalCheckFailedException failure)
        {
            throw sent.WasRepeated && failure.Item is not { Count: > 0 } ? Unknown(key, failure) : Conflict(key, failure);
        }
    }

    public async ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) =>
        [.. Live(await _batches.ReadAsync(keys, cancel))];

    public ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel) => _batches.PutAsync(items, cancel);

    public ValueTask DeleteManyAsync(IReadOnlyList<string> keys, CancellationToken cancel) => _batches.DeleteAsync(keys, cancel);

    public async IAsyncEnumerable<KeyValueItem> QueryAsync(
        string partition, string prefix, string? after, [EnumeratorCancellation] CancellationToken cancel)
    {
        // A query may start only at a key that it could have answered with.
        var inside = after?.StartsWith(prefix, StringComparison.Ordinal) == true;
        if (after is not null && !inside && IsAfter(after, prefix))
        {
            yield break;
        }

        var start = after is not null && inside ? DynamoDbItem.Key(partition, after) : null;
        do
        {
            var page = await clients.DynamoDb.QueryAsync(new QueryRequest
            {
                TableName = table,
                KeyConditionExpression = "pk = :partition AND begins_with(sk, :prefix)",
                ExpressionAttributeValues = new(StringComparer.Ordinal)
                {
                    [":partition"] = new AttributeValue(partition),
                    [":prefix"] = new AttributeValue(prefix),
                },
                ConsistentRead = consistent,
                ExclusiveStartKey = start,
            }, cancel);
            foreach (var item in Live(page.Items))
            {
                yield return item;
            }

            start = page.LastEvaluatedKey;
        }
        while (start is { Count: > 0 });
    }

    public async IAsyncEnumerable<KeyValueItem> ScanAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        Dictionary<string, AttributeValue>? start = null;
        do
        {
            var page = await clients.DynamoDb.ScanAsync(new ScanRequest { TableName = table, ConsistentRead = consistent, ExclusiveStartKey = start }, cancel);
            foreach (var item in Live(page.Items))
            {
                yield return item;
            }

            start = page.LastEvaluatedKey;
        }
        while (start is { Count: > 0 });
    }

    private IEnumerable<KeyValueItem> Live(IEnumerable<Dictionary<string, AttributeValue>>? items) =>
        (items ?? []).Where(item => DynamoDbItem.IsLive(item, time.GetUtcNow())).Select(DynamoDbItem.Read);

    // The answer to a write may be lost on its way; then the SDK's next try finds the version that the first one wrote.
    private static bool IsOwn(ConditionalCheckFailedException failure, EntryVersion written) =>
        failure.Item is { Count: > 0 } item && DynamoDbItem.VersionOf(item) == written;

    private static ConcurrencyException Conflict(string key, ConditionalCheckFailedException failure) =>
        new($"The item '{key}' was not written because its condition does not hold: somebody else wrote in between. Read it again and retry.", failure);

    // What is gone keeps no version by which the first of several tries could be told from somebody else's deletion.
    private static IOException Unknown(string key, Exception? failure = null) =>
        new($"The item '{key}' is not there, and whether this call deleted it is not known: it was sent more than once, and what DynamoDB answered first was lost.", failure);

    // DynamoDB orders by the bytes of UTF-8.
    private static bool IsAfter(string text, string other) =>
        Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(other)) > 0;
}
