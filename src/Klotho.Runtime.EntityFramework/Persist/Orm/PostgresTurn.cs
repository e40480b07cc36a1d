using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Klotho.EntityFramework;

/// <summary>
/// An advisory lock of a database that a connection of its own holds: it goes with the connection, and so with a process that
/// is killed.
/// </summary>
internal sealed class PostgresTurn(NpgsqlConnection connection, long key) : IAsyncDisposable
{
    // The server finds out in half a minute that a machine is gone, and not after its default of two hours.
    private const string Take =
        "SELECT pg_try_advisory_lock($1), set_config('tcp_keepalives_idle', '10', false), " +
        "set_config('tcp_keepalives_interval', '5', false), set_config('tcp_keepalives_count', '4', false)";

    /// <summary>Takes the turn; null where another has it.</summary>
    public static async ValueTask<IAsyncDisposable?> TryTakeAsync(NpgsqlDataSource pool, string work, CancellationToken cancel)
    {
        var key = BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"klotho/{work}")));
        var connection = await pool.OpenConnectionAsync(cancel);
        IAsyncDisposable? turn = null;
        try
        {
            turn = await AskAsync(connection, Take, key, cancel) ? new PostgresTurn(connection, key) : null;
        }
        finally
        {
            if (turn is null)
            {
                await connection.DisposeAsync();
            }
        }

        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            // The connection goes back to its pool, with its session and what the session has locked.
            await AskAsync(connection, "SELECT pg_advisory_unlock($1)", key, CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // It broke, and the lock went with it.
        }

        await connection.DisposeAsync();
    }

    private static async ValueTask<bool> AskAsync(NpgsqlConnection connection, string sql, long key, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        return await command.ExecuteScalarAsync(cancel) is true;
    }
}
