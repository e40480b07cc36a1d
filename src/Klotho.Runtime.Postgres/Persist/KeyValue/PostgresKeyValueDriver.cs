using System.Runtime.CompilerServices;
using System.Text;
using Klotho.Drivers;
using Npgsql;

namespace Klotho.Postgres;

/// <summary>
/// Items in a table of PostgreSQL. Each write is one statement with its condition. A write whose answer was lost counts as done
/// where the item has the version that it chose, and is otherwise repeated only on a condition that it can meet once.
/// </summary>
internal sealed class PostgresKeyValueDriver(NpgsqlDataSource pool, PostgresTable table) : IKeyValueDriver, ICheckedDriver
{
    private const int PageItems = 64;
    private const int BatchItems = 100;
    private const string IsLive = "(expires IS NULL OR expires > now())";

    private readonly PostgresStatements _statements = new(pool, table.EnsureAsync);
    private readonly PostgresSweep _sweep = new(table);

    public ValueTask CheckAsync(CancellationToken cancel) => PostgresCheck.RunAsync(pool, cancel);

    public async ValueTask<KeyValueItem?> GetAsync(string key, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var found = await ReadAsync($"SELECT key, value, version FROM {table.Quoted} WHERE key = $1 AND {IsLive}", [Bytes(key)], cancel);
        return found is [var item] ? item : null;
    }

    public ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, WriteCondition condition, CancellationToken cancel) =>
        PutAsync(key, value, DBNull.Value, condition, cancel);

    public async ValueTask<EntryVersion> PutExpiringAsync(string key, ReadOnlyMemory<byte> value, TimeSpan lifetime, WriteCondition condition, CancellationToken cancel)
    {
        var version = await PutAsync(key, value, (object)lifetime, condition, cancel);
        await _sweep.TakeTurnAsync(_statements, cancel);
        return version;
    }

    private async ValueTask<EntryVersion> PutAsync(string key, ReadOnlyMemory<byte> value, object lifetime, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        var written = Guid.NewGuid();
        object[] parameters = [Bytes(key), value.ToArray(), written, lifetime];
        var insert = $"INSERT INTO {table.Quoted} AS old (key, value, version, expires) VALUES ($1, $2, $3, now() + $4::interval) "
            + "ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, expires = excluded.expires";
        var count = condition switch
        {
            // Over its own version too: the answer to the first try may have been lost.
            { Version: { } version } => Guid.TryParseExact(version.Token, "N", out var expected)
                ? await WriteAsync(
                    $"UPDATE {table.Quoted} SET value = $2, version = $3, expires = now() + $4::interval WHERE key = $1 AND version IN ($3, $5) AND {IsLive}",
                    [.. parameters, expected], repeatable: true, written, cancel)
                : 0,
            { MustBeAbsent: true } => await WriteAsync($"{insert} WHERE old.expires <= now()", parameters, repeatable: false, written, cancel),
            _ => await WriteAsync(insert, parameters, repeatable: false, written, cancel),
        };
        return count > 0 ? Version(written) : throw Conflict(key);
    }

    public async ValueTask<bool> DeleteAsync(string key, WriteCondition condition, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (condition.MustBeAbsent)
        {
            return await GetAsync(key, cancel) is null ? false : throw Conflict(key);
        }

        if (condition.Version is not { } version)
        {
            return await DeleteAsync("key = $1", [Bytes(key)], cancel);
        }

        return Guid.TryParseExact(version.Token, "N", out var expected)
            && await DeleteAsync("key = $1 AND version = $2", [Bytes(key), expected], cancel)
                ? true
                : throw Conflict(key);
    }

    public async ValueTask<IReadOnlyList<KeyValueItem>> GetManyAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var found = new List<KeyValueItem>();
        foreach (var chunk in keys.Chunk(BatchItems))
        {
            found.AddRange(await ReadAsync($"SELECT key, value, version FROM {table.Quoted} WHERE key = ANY($1) AND {IsLive}", [chunk.Select(Bytes).ToArray()], cancel));
        }

        return found;
    }

    public async ValueTask PutManyAsync(IReadOnlyList<KeyValueWrite> items, CancellationToken cancel)
    {
        foreach (var chunk in items.Chunk(BatchItems))
        {
            object[] parameters =
            [
                chunk.Select(item => Bytes(item.Key)).ToArray(), chunk.Select(item => item.Value.ToArray()).ToArray(), chunk.Select(_ => Guid.NewGuid()).ToArray(),
            ];
            await ExecuteAsync(
                $"INSERT INTO {table.Quoted} (key, value, version) SELECT * FROM unnest($1, $2, $3) AS item (key, value, version) ORDER BY key "
                + "ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version, expires = NULL",
                parameters, repeatable: false, cancel);
        }
    }

    public async ValueTask DeleteManyAsync(IReadOnlyList<string> keys, CancellationToken cancel)
    {
        foreach (var chunk in keys.Chunk(BatchItems))
        {
            // One that deletes and one that writes the same items take their locks in one order, and do not wait for each other.
            await ExecuteAsync(
                $"DELETE FROM {table.Quoted} WHERE key IN (SELECT key FROM {table.Quoted} WHERE key = ANY($1) ORDER BY key FOR UPDATE)", [chunk.Select(Bytes).ToArray()], repeatable: false, cancel);
        }
    }

    public IAsyncEnumerable<KeyValueItem> QueryAsync(string partition, string prefix, string? after, CancellationToken cancel)
    {
        // No byte of UTF-8 is FF: what begins with the prefix is below the prefix followed by it.
        var (first, end) = (Bytes(prefix), (byte[])[.. Bytes(prefix), 0xFF]);
        return after is not null && Bytes(after) is var last && last.AsSpan().SequenceCompareTo(first) >= 0
            ? PagesAsync(last, includeStart: false, end, cancel)
            : PagesAsync(first, includeStart: true, end, cancel);
    }

    public IAsyncEnumerable<KeyValueItem> ScanAsync(CancellationToken cancel) => PagesAsync([], includeStart: true, [0xFF], cancel);

    private async IAsyncEnumerable<KeyValueItem> PagesAsync(byte[] start, bool includeStart, byte[] end, [EnumeratorCancellation] CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        List<KeyValueItem> page;
        do
        {
            page = await ReadAsync(
                $"SELECT key, value, version FROM {table.Quoted} WHERE key {(includeStart ? ">=" : ">")} $1 AND key < $2 AND {IsLive} ORDER BY key LIMIT {PageItems}", [start, end], cancel);
            foreach (var item in page)
            {
                yield return item;
            }

            (start, includeStart) = (page.Count > 0 ? Bytes(page[^1].Key) : start, false);
        }
        while (page.Count == PageItems);
    }

    private ValueTask<List<KeyValueItem>> ReadAsync(string sql, object[] parameters, CancellationToken cancel) =>
        _statements.RunAsync(
            sql, parameters, repeatable: true,
            static async (command, cancel) =>
            {
                var items = new List<KeyValueItem>();
                await using var reader = await command.ExecuteReaderAsync(cancel);
                while (await reader.ReadAsync(cancel))
                {
                    items.Add(new(Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(0)), reader.GetFieldValue<byte[]>(1), Version(reader.GetGuid(2))));
                }

                return items;
            },
            cancel);

    private async ValueTask<int> WriteAsync(string sql, object[] parameters, bool repeatable, Guid written, CancellationToken cancel)
    {
        try
        {
            return await ExecuteAsync(sql, parameters, repeatable, cancel);
        }
        catch (NpgsqlException failure) when (PostgresStatements.IsLost(failure))
        {
            var there = await ReadAsync($"SELECT key, value, version FROM {table.Quoted} WHERE key = $1", [parameters[0]], cancel);
            if (there is [var item] && item.Version == Version(written))
            {
                return 1;
            }

            throw;
        }
    }

    // What has ended goes too, and counts for nothing.
    private async ValueTask<bool> DeleteAsync(string which, object[] parameters, CancellationToken cancel) => await _statements.RunAsync(
        $"DELETE FROM {table.Quoted} WHERE {which} RETURNING {IsLive}", parameters, repeatable: false,
        static async (command, cancel) => await command.ExecuteScalarAsync(cancel) is true, cancel);

    private ValueTask<int> ExecuteAsync(string sql, object[] parameters, bool repeatable, CancellationToken cancel) =>
        _statements.RunAsync(sql, parameters, repeatable, static (command, cancel) => command.ExecuteNonQueryAsync(cancel), cancel);

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static EntryVersion Version(Guid version) => new(version.ToString("N"));

    private static ConcurrencyException Conflict(string key) =>
        new($"The item '{key}' was not written because its condition does not hold: somebody else wrote in between. Read it again and retry.");
}
