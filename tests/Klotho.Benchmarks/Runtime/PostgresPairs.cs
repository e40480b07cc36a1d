using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Klotho.Benchmarks.Runtime;

/// <summary>PostgreSQL, by Npgsql.</summary>
internal static class PostgresPairs
{
    private const string Insert = "INSERT INTO raw (key, value, version) VALUES ($1, $2, $3) ON CONFLICT (key) DO ";
    private const string Replace = "UPDATE SET value = excluded.value, version = excluded.version";

    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var pool = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={RuntimeServers.Postgres.Port};Username=app;Database=postgres");
        await WriteAsync(pool, "CREATE TABLE raw (key bytea PRIMARY KEY, value bytea NOT NULL, version uuid NOT NULL)");
        return KeyValuePairs.Of(
            new("PostgreSQL")
            {
                Put = new("`INSERT … ON CONFLICT`", number => PutAsync(pool, Insert + Replace, number)),
                PutNew = new("`INSERT … ON CONFLICT DO NOTHING`", number => PutAsync(pool, $"{Insert}NOTHING", number)),
                Get = new("`SELECT`", number => ReadAsync(pool, "key = $1", Bytes(number))),
                Delete = new("`DELETE`", number => WriteAsync(pool, "DELETE FROM raw WHERE key = $1", Bytes(number))),
                Query = new("`SELECT … ORDER BY`", _ => ReadAsync(pool, "key >= $1 AND key < $2 ORDER BY key", "raw/1"u8.ToArray(), "raw/2"u8.ToArray())),
                GetMany = new("`SELECT … = ANY`", number => ReadAsync(pool, "key = ANY($1)", (object)KeyValueClient.BatchOf(number).Select(Bytes).ToArray())),
                PutMany = new("`INSERT` of arrays by `unnest`", number => WriteAsync(
                    pool,
                    $"INSERT INTO raw (key, value, version) SELECT * FROM unnest($1, $2, $3) ON CONFLICT (key) DO {Replace}",
                    KeyValueClient.BatchOf(number).Select(Bytes).ToArray(), KeyValueClient.BatchOf(number).Select(Text).ToArray(), KeyValueClient.BatchOf(number).Select(_ => Guid.NewGuid()).ToArray())),
            },
            servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("rows"));
    }

    private static byte[] Bytes(int number) => Encoding.UTF8.GetBytes(KeyValueClient.Key(number));

    private static byte[] Text(int number) => JsonSerializer.SerializeToUtf8Bytes(Card.Of(number));

    private static Task PutAsync(NpgsqlDataSource pool, string sql, int number) => WriteAsync(pool, sql, Bytes(number), Text(number), Guid.NewGuid());

    private static async Task WriteAsync(NpgsqlDataSource pool, string sql, params object[] parameters)
    {
        await using var command = Command(pool, sql, parameters);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task ReadAsync(NpgsqlDataSource pool, string condition, params object[] parameters)
    {
        await using var command = Command(pool, $"SELECT key, value, version FROM raw WHERE {condition}", parameters);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = (Encoding.UTF8.GetString(reader.GetFieldValue<byte[]>(0)), JsonSerializer.Deserialize<Card>(reader.GetFieldValue<byte[]>(1)), reader.GetGuid(2).ToString("N"));
        }
    }

    private static NpgsqlCommand Command(NpgsqlDataSource pool, string sql, object[] parameters)
    {
        var command = pool.CreateCommand(sql);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        return command;
    }
}
