using System.Data.Common;
using Klotho.EntityFramework;
using Klotho.Runtime.Tests.Postgres;
using Klotho.Wiring;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>A context with <c>Klotho:Chaos</c>, on SQLite and on a real PostgreSQL.</summary>
public sealed class ChaosDatabaseTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private const string Because = "of 'Persist:orders' fails because of Klotho:Chaos: ";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commands_fail_before_they_are_done_or_after_and_the_same_ones_in_each_run(bool onPostgres)
    {
        var first = await OutcomesAsync(onPostgres, "fail=30%,seed=7", AddAsync);
        var second = await OutcomesAsync(onPostgres, "fail=30%,seed=7", AddAsync);
        var other = await OutcomesAsync(onPostgres, "fail=30%,seed=8", AddAsync);

        Assert.Equal(first, second);
        Assert.NotEqual(first, other);
        Assert.Superset(new HashSet<string> { "written", "not written", "written in spite of it" }, first.ToHashSet());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Commits_fail_too_and_what_they_commit_is_written_as_a_whole_or_not(bool onPostgres)
    {
        var outcomes = await OutcomesAsync(onPostgres, "fail=20%,seed=7", async (context, item) =>
        {
            await using var transaction = await context.Database.BeginTransactionAsync();
            await AddAsync(context, item);
            await AddAsync(context, item);
            await transaction.CommitAsync();
        });

        Assert.Superset(new HashSet<string> { "written twice", "not written", "written twice in spite of it" }, outcomes.ToHashSet());
        Assert.DoesNotContain(outcomes, outcome => outcome.StartsWith("written", StringComparison.Ordinal) && !outcome.Contains("twice", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whoever_asks_meets_what_the_provider_throws_when_a_connection_breaks(bool onPostgres)
    {
        // Tables are made all the same.
        await using var application = await StartAsync(onPostgres, "fail=100%,seed=1");
        await using var scope = application.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OrdersContext>();

        var read = await Assert.ThrowsAnyAsync<Exception>(() => context.Orders.ToListAsync());
        var readNow = Assert.ThrowsAny<Exception>(() => context.Orders.ToList());
        var deleted = await Assert.ThrowsAnyAsync<Exception>(() => context.Orders.ExecuteDeleteAsync());
        var deletedNow = Assert.ThrowsAny<Exception>(() => context.Orders.ExecuteDelete());
        var saved = await Assert.ThrowsAnyAsync<Exception>(() => AddAsync(context, "tea"));
        await using var transaction = await context.Database.BeginTransactionAsync();
        var committed = await Assert.ThrowsAnyAsync<Exception>(() => transaction.CommitAsync());

        // EF Core's provider for PostgreSQL wraps what is transient where nothing tries again.
        Assert.Equal(onPostgres ? typeof(InvalidOperationException) : typeof(SqliteException), read.GetType());
        DbException?[] broken = [.. new[] { read, readNow, deleted, deletedNow, saved, committed }.Select(Broken)];
        string[] operations = ["LinqQuery", "LinqQuery", "BulkUpdate", "BulkUpdate", "SaveChanges", "Commit"];
        Assert.All(broken.Zip(operations), each => Assert.StartsWith($"{each.Second} {Because}", each.First?.Message, StringComparison.Ordinal));
        Assert.All(broken, failure => Assert.IsType(onPostgres ? typeof(NpgsqlException) : typeof(SqliteException), failure));
        Assert.All(broken, failure => Assert.Equal(onPostgres, failure?.IsTransient));
    }

    [Fact]
    public async Task A_context_that_tries_again_when_a_connection_breaks_does_so_now()
    {
        await using var application = await StartAsync(onPostgres: true, "fail=30%,seed=7", static options => options.UseNpgsql(static postgres => postgres.EnableRetryOnFailure()));

        for (var number = 0; number < 10; number++)
        {
            await InContextAsync(application, context => AddAsync(context, "tea"));
        }

        // More than ten where an answer was lost.
        Assert.InRange((await ItemsAsync(application)).Count, 10, 20);
    }

    private static DbException? Broken(Exception? failure) => failure is null or DbException ? failure as DbException : Broken(failure.InnerException);

    private static Task AddAsync(OrdersContext context, string item)
    {
        context.Orders.Add(new Order { Item = item });
        return context.SaveChangesAsync();
    }

    private async Task<List<string>> OutcomesAsync(bool onPostgres, string faults, Func<OrdersContext, string, Task> write)
    {
        await using var application = await StartAsync(onPostgres, faults);
        var failed = new HashSet<string>();
        string[] items = [.. Enumerable.Range(0, 60).Select(number => $"{number}")];
        foreach (var item in items)
        {
            try
            {
                await InContextAsync(application, context => write(context, item));
            }
            catch (Exception failure) when (Broken(failure) is { } broken)
            {
                Assert.Contains(Because, broken.Message, StringComparison.Ordinal);
                failed.Add(item);
            }
        }

        var written = (await ItemsAsync(application)).CountBy(item => item).ToDictionary();
        return [.. items.Select(item =>
            $"{(written.GetValueOrDefault(item) switch { 0 => "not written", 1 => "written", _ => "written twice" })}{(failed.Contains(item) && written.ContainsKey(item) ? " in spite of it" : "")}")];
    }

    private async Task<TestApplication> StartAsync(bool onPostgres, string faults, Action<DbContextOptionsBuilder>? configure = null)
    {
        Dictionary<string, string?> settings = new() { ["Klotho:Chaos"] = faults, ["Klotho:Persist:orders"] = onPostgres ? await server.NewDatabaseAsync() : null };
        if (onPostgres)
        {
            await using var migrated = await StartAsync(new(settings) { ["Klotho:Migrate"] = "true" }, configure);
        }

        return await StartAsync(settings, configure);
    }

    private static Task<TestApplication> StartAsync(Dictionary<string, string?> settings, Action<DbContextOptionsBuilder>? configure) =>
        TestApplication.StartAsync([new OrmDeclaration<OrdersContext>("orders")], settings, builder =>
        {
            builder.AddKlothoDbContext<OrdersContext>("orders", (_, options) =>
            {
                // The migration of these tests is written by hand, without the model's snapshot that the tools write.
                options.ConfigureWarnings(static warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));
                configure?.Invoke(options);
            });
            builder.Services.AddSingleton(new MigrationRun(static _ => { }));
        });

    private static async Task InContextAsync(TestApplication application, Func<OrdersContext, Task> work)
    {
        await using var scope = application.Services.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<OrdersContext>());
    }

    private static async Task<List<string>> ItemsAsync(TestApplication application)
    {
        while (true)
        {
            try
            {
                await using var scope = application.Services.CreateAsyncScope();
                return await scope.ServiceProvider.GetRequiredService<OrdersContext>().Orders.Select(order => order.Item).ToListAsync();
            }
            catch (Exception failure) when (Broken(failure) is not null)
            {
                // It fails on purpose too.
            }
        }
    }
}
