using System.Text.RegularExpressions;
using Klotho.Drivers;

namespace Klotho.Postgres;

/// <summary>Opens stores in tables: <c>postgres://user@host:port/database?table=name</c>. A table without a name has that of the store's id.</summary>
internal sealed partial class PostgresKeyValueProvider(PostgresConnections connections) : IDriverProvider<IKeyValueDriver>
{
    public string Scheme => PostgresConnections.Scheme;

    public IKeyValueDriver Open(string id, ResourceBinding binding)
    {
        var server = PostgresConnections.Read(binding);
        var table = server.Options.GetValueOrDefault(PostgresConnections.TableOption) ?? id;
        return TableName.IsMatch(table)
            ? new PostgresKeyValueDriver(connections.Open(server, prepares: true), new PostgresTable(table))
            : throw new InvalidOperationException($"{binding.Key}: a table's name is at most 63 letters, digits, hyphens and underscores.");
    }

    // Longer names are cut by PostgreSQL, and two could become one.
    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,63}\z")]
    private static partial Regex TableName { get; }
}
