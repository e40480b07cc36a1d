using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Klotho.Benchmarks.Runtime;

/// <summary>PostgreSQL, by Npgsql.</summary>
internal static class PostgresPairs
{
    public static async Task<IReadOnlyList<OperationPair>> MakeAsync(RuntimeServers servers)
    {
        var pool = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={RuntimeServers.Postgres.Port};Username=app;Database=postgres");
        await using (var create = pool.CreateCommand("CREATE TABLE raw (key bytea PRIMARY KEY, value bytea NOT NULL, version uuid NOT NULL)"))
        {
            await create.ExecuteNonQueryAsync();
        }

        var rows = servers.App.Services.GetRequiredKeyedService<IKeyValueStore<Card>>("rows");
        return
        [
            new("put, PostgreSQL", "`INSERT … ON CONFLICT`", number => PutAsync(pool, number), async number => await rows.PutAsync($"ours/{number % 100}", Card.Of(number))),
            new("get, PostgreSQL", "`SELECT`", number => GetAsync(pool, number), async number => await rows.GetAsync($"ours/{number % 100}")),
            new("query of 11, PostgreSQL", "`SELECT … ORDER BY`", _ => QueryAsync(pool), async _ => await rows.QueryAsync("ours/1").CountAsync()),
            new("delete, PostgreSQL", "`DELETE`", number => DeleteAsync(pool, number), async number => await rows.DeleteAsync($"ours/{number % 100}"))
            {
                BeforeRaw = number => PutAsync(pool, number),
                BeforeOurs = async number => await rows.PutAsync($"ours/{number % 100}", Card.Of(number)),
            },
        ];
    }

    private static async Task PutAsync(NpgsqlDataSource pool, int number)
    {
        await using var command = pool.CreateCommand(
            "INSERT INTO raw (key, value, version) VALUES ($1, $2, $3) ON CONFLICT (key) DO UPDATE SET value = excluded.value, version = excluded.version");
        command.Parameters.Add(new() { Value = Encoding.UTF8.GetBytes($"raw/{number % 100}") });
        command.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(Card.Of(number)) });
        command.Parameters.Add(new() { Value = Guid.NewGuid() });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task QueryAsync(NpgsqlDataSource pool)
    {
        await using var command = pool.CreateCommand("SELECT key, value, version FROM raw WHERE key >= $1 AND key < $2 ORDER BY key");
        command.Parameters.Add(new() { Value = "raw/1"u8.ToArray() });
        command.Parameters.Add(new() { Value = "raw/2"u8.ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = JsonSerializer.Deserialize<Card>(reader.GetFieldValue<byte[]>(1));
        }
    }

    private static async Task DeleteAsync(NpgsqlDataSource pool, int number)
    {
        await using var command = pool.CreateCommand("DELETE FROM raw WHERE key = $1");
        command.Parameters.Add(new() { Value = Encoding.UTF8.GetBytes($"raw/{number % 100}") });
        await command.ExecuteNonQueryAsync();
    }

    private static async Task GetAsync(NpgsqlDataSource pool, int number)
    {
        await using var command = pool.CreateCommand("SELECT key, value, version FROM raw WHERE key = $1");
        command.Parameters.Add(new() { Value = Encoding.UTF8.GetBytes($"raw/{number % 100}") });
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            _ = JsonSerializer.Deserialize<Card>(reader.GetFieldValue<byte[]>(1));
        }
    }
}
