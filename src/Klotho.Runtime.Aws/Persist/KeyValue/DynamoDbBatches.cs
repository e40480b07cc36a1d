using Amazon.DynamoDBv2.Model;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>
/// Several items of a table of Amazon DynamoDB in one request. What the table leaves undone (it is throttled, or the answer would be over 16 MB)
/// is asked for again, later each time that nothing was done.
/// </summary>
/// <param name="clients">Where the client is.</param>
/// <param name="table">The table's name.</param>
/// <param name="consistent">Whether reads see every write that ended before.</param>
internal sealed class DynamoDbBatches(IAwsClients clients, string table, bool consistent)
{
    // Source: docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchGetItem.html and API_BatchWriteItem.html, 2026-11-22.
    private const int MaxReads = 100;
    private const int MaxWrites = 25;

    private const int FruitlessAttempts = 8;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    public async ValueTask<IReadOnlyList<Dictionary<string, AttributeValue>>> ReadAsync(IEnumerable<string> keys, CancellationToken cancel)
    {
        var found = new List<Dictionary<string, AttributeValue>>();
        foreach (var chunk in keys.Select(DynamoDbItem.Key).Chunk(MaxReads))
        {
            await AllAsync(chunk, async asked =>
            {
                var answer = await clients.DynamoDb.BatchGetItemAsync(new BatchGetItemRequest
                {
                    RequestItems = new(StringComparer.Ordinal) { [table] = new KeysAndAttributes { Keys = [.. asked], ConsistentRead = consistent } },
                }, cancel);
                found.AddRange(answer.Responses?.GetValueOrDefault(table) ?? []);
                return answer.UnprocessedKeys?.GetValueOrDefault(table)?.Keys ?? [];
            }, cancel);
        }

        return found;
    }

    public ValueTask PutAsync(IEnumerable<KeyValueWrite> items, CancellationToken cancel) => WriteAsync(
        items.Select(item => new WriteRequest(new PutRequest(DynamoDbItem.Write(item.Key, item.Value, new EntryVersion(Guid.NewGuid().ToString("N")))))), cancel);

    public ValueTask DeleteAsync(IEnumerable<string> keys, CancellationToken cancel) =>
        WriteAsync(keys.Select(key => new WriteRequest(new DeleteRequest(DynamoDbItem.Key(key)))), cancel);

    private async ValueTask WriteAsync(IEnumerable<WriteRequest> writes, CancellationToken cancel)
    {
        foreach (var chunk in writes.Chunk(MaxWrites))
        {
            await AllAsync(chunk, async asked =>
            {
                var answer = await clients.DynamoDb.BatchWriteItemAsync(
                    new BatchWriteItemRequest { RequestItems = new(StringComparer.Ordinal) { [table] = [.. asked] } }, cancel);
                return answer.UnprocessedItems?.GetValueOrDefault(table) ?? [];
            }, cancel);
        }
    }

    private async ValueTask AllAsync<T>(IReadOnlyCollection<T> all, Func<IReadOnlyCollection<T>, Task<List<T>>> ask, CancellationToken cancel)
    {
        var (left, fruitless) = (all, 0);
        while (true)
        {
            var undone = await ask(left);
            if (undone.Count == 0)
            {
                return;
            }

            fruitless = undone.Count < left.Count ? 0 : fruitless + 1;
            if (fruitless == FruitlessAttempts)
            {
                throw new ProvisionedThroughputExceededException(
                    $"The table '{table}' is throttled: {undone.Count} of {all.Count} items of a request are not done after {FruitlessAttempts} attempts in a row that did none.");
            }

            left = undone;
            await Task.Delay(FirstDelay * Math.Pow(2, fruitless) * (0.5 + Random.Shared.NextDouble()), cancel);
        }
    }
}
