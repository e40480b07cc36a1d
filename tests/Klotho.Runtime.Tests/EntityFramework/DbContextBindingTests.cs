using Klotho.EntityFramework;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Wiring;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>One context on SQLite and on a real PostgreSQL.</summary>
public sealed class DbContextBindingTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Without_a_binding_a_context_works_until_the_process_ends()
    {
        await using (var application = await StartAsync([]))
        {
            await AddAsync(application, "tea");
            Assert.Equal(["tea"], await ItemsAsync(application));
            Assert.Equal("Microsoft.EntityFrameworkCore.Sqlite", await ProviderAsync(application));
        }

        await using var next = await StartAsync([]);
        Assert.Empty(await ItemsAsync(next));
    }

    [Fact]
    public async Task In_a_directory_all_processes_share_it()
    {
        using var folder = new TemporaryFolder();
        var settings = new Dictionary<string, string?> { ["Klotho:Data"] = folder.Path };
        var applications = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => StartAsync(settings)));
        foreach (var (number, application) in applications.Index())
        {
            await AddAsync(application, $"{number}");
        }

        Assert.Equal(["0", "1", "2"], await ItemsAsync(applications[0]));
        await Task.WhenAll(applications.Select(application => application.DisposeAsync().AsTask()));
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    [Fact]
    public async Task Of_those_who_are_started_to_migrate_at_once_one_does()
    {
        var settings = await BoundAsync();
        var ended = 0;

        await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            await using var starter = await StartAsync(
                new(settings) { ["Klotho:Migrate"] = "true" }, services => services.AddSingleton(new MigrationRun(code => Interlocked.Add(ref ended, code + 1))));
        }));
        await using var application = await StartAsync(settings);
        await AddAsync(application, "tea");

        Assert.Equal(6, ended);
        Assert.Equal(["tea"], await ItemsAsync(application));
        Assert.Equal("Npgsql.EntityFrameworkCore.PostgreSQL", await ProviderAsync(application));
    }

    [Fact]
    public async Task Who_is_not_started_to_migrate_leaves_the_database_alone()
    {
        await using var application = await StartAsync(await BoundAsync());

        var error = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => ItemsAsync(application));
        Assert.Equal("42P01", error.SqlState);
    }

    [Fact]
    public async Task A_malformed_binding_stops_the_start()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(new() { ["Klotho:Persist:orders"] = "postgres://host" }));

        Assert.Contains("Klotho:Persist:orders", error.Message, StringComparison.Ordinal);
    }

    private async Task<Dictionary<string, string?>> BoundAsync() => new() { ["Klotho:Persist:orders"] = await server.NewDatabaseAsync() };

    private static Task<TestApplication> StartAsync(Dictionary<string, string?> settings, Action<IServiceCollection>? services = null) =>
        TestApplication.StartAsync([new OrmDeclaration<OrdersContext>("orders")], settings, builder =>
        {
            // The migration of these tests is written by hand, without the model's snapshot that the tools write.
            builder.AddKlothoDbContext<OrdersContext>("orders", (_, options) => options.ConfigureWarnings(
                warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning)));
            services?.Invoke(builder.Services);
        });

    private static async Task AddAsync(TestApplication application, string item)
    {
        await using var scope = application.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredKeyedService<OrdersContext>("orders");
        context.Orders.Add(new Order { Item = item });
        await context.SaveChangesAsync();
    }

    private static async Task<List<string>> ItemsAsync(TestApplication application)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<OrdersContext>().Orders.OrderBy(order => order.Id).Select(order => order.Item).ToListAsync();
    }

    private static async Task<string?> ProviderAsync(TestApplication application)
    {
        await using var scope = application.Services.CreateAsyncScope();
        return scope.ServiceProvider.GetRequiredService<OrdersContext>().Database.ProviderName;
    }
}
