using Klotho.EntityFramework;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Wiring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>On a real PostgreSQL.</summary>
public sealed class PostgresOutboxTests(PostgresServer server) : OutboxContract, IClassFixture<PostgresServer>
{
    protected override async Task<Dictionary<string, string?>> DatabaseAsync()
    {
        var settings = new Dictionary<string, string?> { ["Klotho:Persist:shop"] = await server.NewDatabaseAsync() };
        await using var migration = await TestApplication.StartAsync(
            [new OrmDeclaration<ShopContext>("shop")], new(settings) { ["Klotho:Migrate"] = "true" }, builder =>
            {
                builder.AddKlothoDbContext<ShopContext>("shop");
                builder.Services.AddSingleton(new MigrationRun(_ => { }));
            });
        return settings;
    }
}
