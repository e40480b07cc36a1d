namespace Klotho.Benchmarks.Runtime;

/// <summary>The operations of a key-value store beside those of its technology's client.</summary>
internal static class KeyValuePairs
{
    public static IReadOnlyList<OperationPair> Of(KeyValueClient client, IKeyValueStore<Card> store)
    {
        return
        [
            Pair("put", client.Put, PutAsync),
            Pair("put where none is", client.PutNew, async number => await store.PutAsync(Key(number), Card.Of(number), WriteCondition.IfAbsent)) with
            {
                BeforeRaw = client.Delete.RunAsync,
                BeforeOurs = DeleteAsync,
            },
            Pair("get", client.Get, async number => await store.GetAsync(Key(number))),
            Pair("query of 11", client.Query, async _ => await store.QueryAsync("ours/1").CountAsync()),
            Pair($"put of {KeyValueClient.Batch}", client.PutMany, async number => await store.PutManyAsync(
                KeyValueClient.BatchOf(number).Select(each => KeyValuePair.Create(Key(each), Card.Of(each))))),
            Pair($"get of {KeyValueClient.Batch}", client.GetMany, async number => await store.GetManyAsync(KeyValueClient.BatchOf(number).Select(Key))),
            Pair("delete", client.Delete, DeleteAsync) with { BeforeRaw = client.Put.RunAsync, BeforeOurs = PutAsync },
        ];

        OperationPair Pair(string name, RawOperation raw, Func<int, Task> ours) => new($"{name}, {client.Technology}", raw.Words, raw.RunAsync, ours);

        async Task PutAsync(int number) => await store.PutAsync(Key(number), Card.Of(number));

        async Task DeleteAsync(int number) => await store.DeleteAsync(Key(number));
    }

    private static string Key(int number) => $"ours/{number % 100}";
}
