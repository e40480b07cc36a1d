using Klotho.Wiring;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Secrets, configuration values, caches and database contexts.</summary>
public sealed class ValueTests
{
    private enum Level
    {
        Low,
        High,
    }

    [Fact]
    public async Task A_secret_that_is_not_set_says_where_to_set_it()
    {
        await using var app = await TestApplication.StartAsync([new SecretDeclaration("key")]);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await app.Keyed<ISecret>("key").ReadAsync());

        Assert.Contains("dotnet user-secrets set \"Klotho:Secret:key\"", error.Message, StringComparison.Ordinal);
        Assert.Contains("Klotho__Secret__key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_are_read_as_their_types_independent_of_culture()
    {
        await using var app = await TestApplication.StartAsync(
            [new ConfigDeclaration<double>("ratio"), new ConfigDeclaration<Level>("level"), new ConfigDeclaration<TimeSpan?>("span"), new ConfigDeclaration<Uri>("address")],
            new()
            {
                ["Klotho:Config:ratio"] = "1.5",
                ["Klotho:Config:level"] = "high",
                ["Klotho:Config:span"] = "00:00:07",
                ["Klotho:Config:address"] = "https://example.com/a",
            });

        Assert.Equal(1.5, app.Keyed<IConfigValue<double>>("ratio").Value);
        Assert.Equal(Level.High, app.Keyed<IConfigValue<Level>>("level").Value);
        Assert.Equal(TimeSpan.FromSeconds(7), app.Keyed<IConfigValue<TimeSpan?>>("span").Value);
        Assert.Equal("https://example.com/a", app.Keyed<IConfigValue<Uri>>("address").Value.ToString());
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_named_but_never_a_secret_one()
    {
        await using var app = await TestApplication.StartAsync(
            [new ConfigDeclaration<int>("open"), new ConfigDeclaration<int>("hidden", secret: true), new ConfigDeclaration<int>("missing")],
            new() { ["Klotho:Config:open"] = "many", ["Klotho:Config:hidden"] = "hunter2" });

        Assert.Contains("'many'", Assert.Throws<InvalidOperationException>(() => app.Keyed<IConfigValue<int>>("open").Value).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", Assert.Throws<InvalidOperationException>(() => app.Keyed<IConfigValue<int>>("hidden").Value).Message, StringComparison.Ordinal);
        Assert.Contains("Klotho__Config__missing", Assert.Throws<InvalidOperationException>(() => app.Keyed<IConfigValue<int>>("missing").Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caches_of_different_ids_do_not_share()
    {
        await using var app = await TestApplication.StartAsync([new CacheDeclaration("a"), new CacheDeclaration("b")]);

        await app.Keyed<IDistributedCache>("a").SetStringAsync("key", "value");

        Assert.Equal("value", await app.Keyed<IDistributedCache>("a").GetStringAsync("key"));
        Assert.Null(await app.Keyed<IDistributedCache>("b").GetStringAsync("key"));
    }

    [Fact]
    public async Task A_database_is_the_context_that_the_application_registered()
    {
        await using var app = await TestApplication.StartAsync(
            [new OrmDeclaration<LogCapture>("orders"), new OrmDeclaration<HttpClient>("forgotten")],
            configure: builder => builder.Services.AddScoped<LogCapture>());
        await using var scope = app.Services.CreateAsyncScope();

        Assert.Same(scope.ServiceProvider.GetRequiredService<LogCapture>(), scope.ServiceProvider.GetRequiredKeyedService<LogCapture>("orders"));
        var error = Assert.Throws<InvalidOperationException>(() => scope.ServiceProvider.GetRequiredKeyedService<HttpClient>("forgotten"));
        Assert.Contains("AddDbContext<HttpClient>", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_binding_that_nothing_opens_is_an_error_with_what_can_be_opened()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestApplication.StartAsync([new BlobDeclaration("images")], new() { ["Klotho:Persist:images"] = "ftp://host/x" }));

        Assert.Contains("'ftp:'", error.Message, StringComparison.Ordinal);
        Assert.Contains("file, memory", error.Message, StringComparison.Ordinal);
    }
}
