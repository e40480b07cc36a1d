using Klotho.Runtime.Tests.Postgres;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresOutboxTests(PostgresServer server) : OutboxContract, IClassFixture<PostgresServer>
{
    protected override async Task<Dictionary<string, string?>> DatabaseAsync() =>
        new() { ["Klotho:Persist:shop"] = await MigratedDatabase.MakeAsync<ShopContext>(server) };
}
