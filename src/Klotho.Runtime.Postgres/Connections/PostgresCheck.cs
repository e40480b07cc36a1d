using Npgsql;

namespace Klotho.Postgres;

/// <summary>Whether a database answers, on a connection of its pool.</summary>
internal static class PostgresCheck
{
    public static async ValueTask RunAsync(NpgsqlDataSource pool, CancellationToken cancel)
    {
        await using var command = pool.CreateCommand("SELECT 1");
        await command.ExecuteScalarAsync(cancel);
    }
}
