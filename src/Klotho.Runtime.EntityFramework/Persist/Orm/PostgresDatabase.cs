using System.Data.Common;
using Klotho.Drivers;
using Klotho.Postgres;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Klotho.EntityFramework;

/// <summary>
/// A database of PostgreSQL. Who is started to migrate takes an advisory lock on a connection of its own: of several, one
/// migrates and the others find it done. A starter that dies frees the lock with its connection.
/// </summary>
internal sealed class PostgresDatabase(NpgsqlDataSource pool) : IDatabase, ICheckedDriver
{
    public ValueTask CheckAsync(CancellationToken cancel) => PostgresCheck.RunAsync(pool, cancel);

    public void Configure(DbContextOptionsBuilder options) => options.UseNpgsql(pool);

    // With an IOException in it, it is transient: EnableRetryOnFailure tries again.
    public DbException Broken(ChaosException fault) => new NpgsqlException(fault.Message, new IOException(fault.Message, fault));

    public async Task PrepareAsync(DbContext context, bool migrate, CancellationToken cancel)
    {
        if (!migrate)
        {
            return;
        }

        await using var turn = await pool.OpenConnectionAsync(cancel);
        await ExecuteAsync(turn, "SELECT pg_advisory_lock($1)", cancel);
        try
        {
            await MigrateAsync(context, cancel);
        }
        finally
        {
            // The connection goes back to its pool, with its session and what the session has locked.
            await ExecuteAsync(turn, "SELECT pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    public ValueTask<IAsyncDisposable?> TryTakeTurnAsync(string work, CancellationToken cancel) => PostgresTurn.TryTakeAsync(pool, work, cancel);

    private static Task MigrateAsync(DbContext context, CancellationToken cancel) =>
        context.Database.GetMigrations().Any() ? context.Database.MigrateAsync(cancel) : context.Database.EnsureCreatedAsync(cancel);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        // Without a limit of time: another starter's migrations take what they take.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0, Parameters = { new() { Value = SharedWork.Migrations } } };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
