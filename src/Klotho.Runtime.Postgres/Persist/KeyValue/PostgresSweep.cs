using Npgsql;

namespace Klotho.Postgres;

/// <summary>
/// Deletes items that have ended. PostgreSQL does not by itself, so those who write items that end do: one write in many deletes twice as
/// many, so that what has ended never piles up.
/// </summary>
internal sealed class PostgresSweep(PostgresTable table)
{
    private const int Writes = 64;
    private const int Deletions = 2 * Writes;

    private int _writes;

    /// <summary>Counts a write, and deletes if it is time.</summary>
    public async ValueTask TakeTurnAsync(PostgresStatements statements, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref _writes) % Writes != 0)
        {
            return;
        }

        try
        {
            // Two that sweep at once take different items.
            await statements.RunAsync(
                $"DELETE FROM {table.Quoted} WHERE key IN (SELECT key FROM {table.Quoted} WHERE expires <= now() LIMIT {Deletions} FOR UPDATE SKIP LOCKED) AND expires <= now()",
                [], repeatable: true, static (command, cancel) => command.ExecuteNonQueryAsync(cancel), cancel);
        }
        catch (NpgsqlException)
        {
            // The item was written, and that is what was asked for: the next turn sweeps.
        }
        catch (OperationCanceledException)
        {
            // Likewise.
        }
    }
}
