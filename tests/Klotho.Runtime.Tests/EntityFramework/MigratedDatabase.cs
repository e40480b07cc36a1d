using Klotho.EntityFramework;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Wiring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>A new database of a real PostgreSQL with the tables of a context, as a process that is started to migrate makes them.</summary>
internal static class MigratedDatabase
{
    /// <summary>The binding of the database.</summary>
    public static async Task<string> MakeAsync<TContext>(PostgresServer server)
        where TContext : DbContext
    {
        var binding = await server.NewDatabaseAsync();
        await using var migration = await TestApplication.StartAsync(
            [new OrmDeclaration<TContext>("shop")], new() { ["Klotho:Persist:shop"] = binding, ["Klotho:Migrate"] = "true" }, builder =>
            {
                builder.AddKlothoDbContext<TContext>("shop");
                builder.Services.AddSingleton(new MigrationRun(_ => { }));
            });
        return binding;
    }
}
