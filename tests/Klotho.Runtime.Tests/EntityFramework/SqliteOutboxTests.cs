using Klotho.Wiring;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.EntityFramework;

/// <summary>In a file that several processes share.</summary>
public sealed class SqliteOutboxTests : OutboxContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_context_without_an_outbox_says_how_to_get_one()
    {
        await using var application = await TestApplication.StartAsync(
            [new OrmDeclaration<OrdersContext>("orders"), new TopicDeclaration<int>("paid")], null, builder => builder.AddKlothoDbContext<OrdersContext>("orders"));
        await using var scope = application.Services.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<OrdersContext>();

        var error = Assert.Throws<InvalidOperationException>(() => context.Publish(application.Keyed<ITopic<int>>("paid"), 1));
        Assert.Contains("AddKlothoOutbox", error.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    protected override Task<Dictionary<string, string?>> DatabaseAsync() => Task.FromResult<Dictionary<string, string?>>(new() { ["Klotho:Data"] = _folder.Path });
}
