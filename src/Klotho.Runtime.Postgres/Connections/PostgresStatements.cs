using Npgsql;

namespace Klotho.Postgres;

/// <summary>
/// Runs statements and repeats those that did nothing. What may have been done (the answer was lost) is repeated only where
/// the caller says that this is harmless.
/// </summary>
internal sealed class PostgresStatements(NpgsqlDataSource pool, Func<NpgsqlConnection, CancellationToken, ValueTask> prepare)
{
    private const int Attempts = 5;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);

    /// <param name="sql">The statement, with parameters <c>$1</c> onwards.</param>
    /// <param name="parameters">Their values.</param>
    /// <param name="repeatable">Whether it may run once more although it may have run.</param>
    /// <param name="run">Executes the command.</param>
    /// <param name="cancel">Ends it.</param>
    public async ValueTask<T> RunAsync<T>(
        string sql, IReadOnlyList<object> parameters, bool repeatable, Func<NpgsqlCommand, CancellationToken, Task<T>> run, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            var sent = false;
            try
            {
                await using var connection = await pool.OpenConnectionAsync(cancel);
                await prepare(connection, cancel);
                await using var command = new NpgsqlCommand(sql, connection);
                foreach (var value in parameters)
                {
                    command.Parameters.Add(new NpgsqlParameter { Value = value });
                }

                sent = true;
                return await run(command, cancel);
            }
            catch (NpgsqlException failure) when (attempt < Attempts && (DidNothing(failure) || (IsLost(failure) && (repeatable || !sent))))
            {
                await Task.Delay(FirstDelay * Math.Pow(2, attempt - 1) * (0.5 + Random.Shared.NextDouble()), cancel);
            }
        }
    }

    /// <summary>Whether nobody knows if the statement ran.</summary>
    public static bool IsLost(NpgsqlException failure) => failure is not PostgresException && failure.IsTransient;

    // The server says that it rolled back (40), has no room (53), waits for a lock in vain (55P03), stops (57P01, 57P02) or starts
    // (57P03). Source: postgresql.org/docs/15/errcodes-appendix.html, 2026-11-22.
    private static bool DidNothing(NpgsqlException failure) => failure is PostgresException { SqlState: var state }
        && (state.StartsWith("40", StringComparison.Ordinal) || state.StartsWith("53", StringComparison.Ordinal)
            || state is "55P03" or "57P01" or "57P02" or "57P03");
}
