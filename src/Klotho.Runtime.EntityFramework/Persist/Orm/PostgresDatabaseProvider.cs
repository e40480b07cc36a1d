using Klotho.Drivers;
using Klotho.Postgres;

namespace Klotho.EntityFramework;

/// <summary>Opens databases of PostgreSQL: <c>postgres://user@host:port/database</c>.</summary>
internal sealed class PostgresDatabaseProvider(PostgresConnections connections) : IDriverProvider<IDatabase>
{
    public string Scheme => PostgresConnections.Scheme;

    public IDatabase Open(string id, ResourceBinding binding) => new PostgresDatabase(connections.Open(PostgresConnections.Read(binding), prepares: false));
}
