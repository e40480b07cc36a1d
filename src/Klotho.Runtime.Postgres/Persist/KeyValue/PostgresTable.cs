using Npgsql;

namespace Klotho.Postgres;

/// <summary>
/// The table of a store: <c>key</c> as the bytes of its UTF-8 (so that any text is a key and the order is theirs, whatever the
/// database's collation), <c>value</c>, <c>version</c>, which the writer chooses, and <c>expires</c>, which is null where the item
/// does not end. It is made on first use unless it is there, by one of those that start at once; one from before items could end gets its column.
/// </summary>
/// <param name="name">The table's name, without quotes in it.</param>
internal sealed class PostgresTable(string name)
{
    private volatile bool _there;

    /// <summary>The name as statements have it.</summary>
    public string Quoted { get; } = $"\"{name}\"";

    public async ValueTask EnsureAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (_there)
        {
            return;
        }

        if (!await IsWholeAsync(connection, cancel))
        {
            await CreateAsync(connection, cancel);
        }

        _there = true;
    }

    private async Task<bool> IsWholeAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        const string HasExpiry = "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = to_regclass($1) AND attname = 'expires' AND NOT attisdropped)";
        await using var command = new NpgsqlCommand(HasExpiry, connection) { Parameters = { new() { Value = Quoted } } };
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    private async Task CreateAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var turn = await connection.BeginTransactionAsync(cancel);
        await using (var wait = new NpgsqlCommand("SELECT pg_advisory_xact_lock($1)", connection) { Parameters = { new() { Value = SharedWork.Tables } } })
        {
            await wait.ExecuteNonQueryAsync(cancel);
        }

        // Another one may have been here while this one waited.
        if (!await IsWholeAsync(connection, cancel))
        {
            await using var create = new NpgsqlCommand(
                $"""
                CREATE TABLE IF NOT EXISTS {Quoted} (key bytea PRIMARY KEY, value bytea NOT NULL, version uuid NOT NULL);
                ALTER TABLE {Quoted} ADD COLUMN expires timestamptz;
                CREATE INDEX ON {Quoted} (expires) WHERE expires IS NOT NULL
                """, connection);
            await create.ExecuteNonQueryAsync(cancel);
        }

        await turn.CommitAsync(cancel);
    }
}
