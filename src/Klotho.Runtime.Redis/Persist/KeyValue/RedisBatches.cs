using Klotho.Drivers;
using StackExchange.Redis;

namespace Klotho.Redis;

/// <summary>
/// Several items at once. Those of a partition are written, and deleted, by one script: a cluster runs a script on one of its slots, which is a partition's. What the client is
/// asked to do at once it puts on its way at once.
/// </summary>
internal sealed class RedisBatches(RedisCalls calls, RedisKeys keys)
{
    private const int AtOnce = 100;

    // Redis serves nobody else while it runs a script.
    private const int MostScriptBytes = 1024 * 1024;

    private static readonly RedisValue[] Fields = ["value", "version"];

    public async ValueTask<IReadOnlyList<KeyValueItem>> GetAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        var found = new List<KeyValueItem>(names.Count);
        foreach (var chunk in names.Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            await AddAsync(found, chunk, cancel);
        }

        return found;
    }

    /// <summary>The items of these names, in their order. Who is deleted meanwhile is left out.</summary>
    public async ValueTask AddAsync(List<KeyValueItem> found, string[] names, CancellationToken cancel)
    {
        var hashes = keys.Items(names);
        var items = await calls.RunAsync(repeatable: true, database => AllAsync(hashes, hash => database.HashGetAsync(hash, Fields)), cancel);
        for (var at = 0; at < names.Length; at++)
        {
            if (Item(names[at], items[at]) is { } item)
            {
                found.Add(item);
            }
        }
    }

    public async ValueTask PutAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel)
    {
        foreach (var chunk in items.Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            await Task.WhenAll(Scripts(chunk).Select(script => PutAsync(script, cancel)));
        }
    }

    public async ValueTask DeleteAsync(IReadOnlyList<string> names, CancellationToken cancel)
    {
        foreach (var chunk in names.Chunk(AtOnce))
        {
            cancel.ThrowIfCancellationRequested();
            await Task.WhenAll(chunk.GroupBy(RedisKeys.PartitionOf, StringComparer.Ordinal).Select(partition => DeleteAsync([.. partition], cancel)));
        }
    }

    /// <summary>An item of its fields; null where it is not there.</summary>
    public static KeyValueItem? Item(string key, RedisValue[] fields) =>
        fields is [var value, var version] && (byte[]?)value is { } bytes && (string?)version is { } token ? new(key, bytes, new(token)) : null;

    private static Task<T[]> AllAsync<T>(RedisKey[] hashes, Func<RedisKey, Task<T>> read)
    {
        var reading = new Task<T>[hashes.Length];
        for (var at = 0; at < hashes.Length; at++)
        {
            reading[at] = read(hashes[at]);
        }

        return Task.WhenAll(reading);
    }

    private static IEnumerable<List<KeyValueWrite>> Scripts(KeyValueWrite[] items)
    {
        foreach (var partition in items.GroupBy(static item => RedisKeys.PartitionOf(item.Key), StringComparer.Ordinal))
        {
            var (script, bytes) = (new List<KeyValueWrite>(), 0);
            foreach (var item in partition)
            {
                bytes += item.Value.Length;
                if (bytes > MostScriptBytes && script.Count > 0)
                {
                    yield return script;
                    (script, bytes) = ([], item.Value.Length);
                }

                script.Add(item);
            }

            yield return script;
        }
    }

    private async Task PutAsync(List<KeyValueWrite> items, CancellationToken cancel)
    {
        var write = Guid.NewGuid().ToString("N");
        string[] names = [.. items.Select(static item => item.Key)];
        var arguments = new RedisValue[1 + (2 * names.Length)];
        arguments[0] = write;
        for (var at = 0; at < names.Length; at++)
        {
            (arguments[1 + (2 * at)], arguments[2 + (2 * at)]) = (names[at], RedisKeys.Bytes(items[at].Value));
        }

        try
        {
            await RunAsync(RedisScripts.PutMany, names, arguments, cancel);
        }
        catch (RedisException failure) when (RedisCalls.IsLost(failure))
        {
            if (!await IsWrittenAsync(names, write, cancel))
            {
                throw;
            }
        }
    }

    // A script is run whole or not at all, so that any item that nobody has written since speaks for all.
    private async Task<bool> IsWrittenAsync(string[] names, string write, CancellationToken cancel)
    {
        var hashes = keys.Items(names);
        var versions = await calls.RunAsync(repeatable: true, database => AllAsync(hashes, hash => database.HashGetAsync(hash, "version")), cancel);
        return versions.Any(version => ((string?)version)?.StartsWith(write, StringComparison.Ordinal) == true);
    }

    private Task DeleteAsync(string[] names, CancellationToken cancel) => RunAsync(RedisScripts.DeleteMany, names, [.. names.Select(static name => (RedisValue)name)], cancel);

    private async Task RunAsync(string script, string[] names, RedisValue[] arguments, CancellationToken cancel)
    {
        RedisKey[] all = [keys.Index(RedisKeys.PartitionOf(names[0])), .. keys.Items(names)];
        await calls.RunAsync(repeatable: false, database => database.ScriptEvaluateAsync(script, all, arguments), cancel);
    }
}
