using Klotho.Wiring;
using Microsoft.Extensions.Caching.Distributed;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>A process that is deployed and was not given all that it uses.</summary>
public sealed class DeployedBindingTests
{
    private static readonly Declaration[] Declarations =
    [
        new TopicDeclaration<string>("asked"), new TopicDeclaration<string>("answered"),
        new TopicDeclaration<string>("filed"), new KeyValueDeclaration<string>("answers"), new KeyValueDeclaration<string>("numbers"), new BlobDeclaration("files"), new CacheDeclaration("pages"),
        new UnitDeclaration<Clerk>("desk"), new UnitDeclaration<Filer>("archive"),
        new SubscriptionDeclaration<Clerk, string>("asked", "desk", "Clerk.Handle", (_, _, _, _) => ValueTask.CompletedTask),
        new SubscriptionDeclaration<Filer, string>("answered", "archive", "Filer.Handle", (_, _, _, _) => ValueTask.CompletedTask),
    ];

    private static readonly (string Key, string Value)[] Desk =
    [
        ("Klotho:Uses", "Persist:answers,PubSub:answered,Subscriptions:asked"), ("Klotho:Subscriptions:asked", "memory://"), ("Klotho:PubSub:answered", "memory://"), ("Klotho:Persist:answers", "memory://"),
    ];

    [Theory]
    [InlineData("Klotho:Subscriptions:asked")]
    [InlineData("Klotho:PubSub:answered")]
    [InlineData("Klotho:Persist:answers")]
    public async Task What_a_unit_uses_and_was_not_given_stops_its_start(string missing)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("desk", [.. Desk.Where(one => one.Key != missing)]));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_other_units_use_need_not_be_given()
    {
        await using var app = await StartAsync("desk", Desk);
        app.UseToken("token");

        Assert.Equal("[]", await app.Http.GetStringAsync("/_klotho/dead-letters"));
        Assert.Contains(app.Log.Lines, line => line.Contains("unit 'desk'; deployed", StringComparison.Ordinal));
        var file = await Assert.ThrowsAsync<InvalidOperationException>(async () => await app.Keyed<IBlobStore>("files").DeleteAsync("a"));
        var item = await Assert.ThrowsAsync<InvalidOperationException>(async () => await app.Keyed<IKeyValueStore<string>>("numbers").GetAsync("a"));
        var message = await Assert.ThrowsAsync<InvalidOperationException>(async () => await app.Keyed<ITopic<string>>("filed").PublishAsync("a"));
        var page = Assert.Throws<InvalidOperationException>(() => app.Keyed<IDistributedCache>("pages"));
        Assert.Contains("Klotho:Persist:files", file.Message, StringComparison.Ordinal);
        Assert.Contains("Klotho:Persist:numbers", item.Message, StringComparison.Ordinal);
        Assert.Contains("Klotho:PubSub:filed or Klotho:Subscriptions:filed", message.Message, StringComparison.Ordinal);
        Assert.Contains("Klotho:Persist:pages", page.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Persist")]
    [InlineData("Persist:a:b")]
    [InlineData("Token")]
    public async Task A_list_of_uses_that_cannot_be_read_stops_the_start(string uses)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("main", [("Klotho:Uses", uses)]));

        Assert.Contains("Klotho:Uses", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UnitToken", "Klotho:UnitToken", null)]
    [InlineData("ExecUnit:till-2", "Klotho:ExecUnit:till-2", null)]
    [InlineData("ExecUnit:till-2", "Klotho:ExecUnit:till-2", "till:80")]
    public async Task What_calls_need_and_was_not_given_stops_the_start(string use, string missing, string? value)
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync("main", [("Klotho:Uses", use), (missing, value ?? "")]));

        Assert.Contains(missing, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_calls_need_may_be_given_under_an_underscore()
    {
        await using var app = await StartAsync("main", [("Klotho:Uses", "ExecUnit:till-2,UnitToken"), ("Klotho:ExecUnit:till_2", "http://till:80")]);
    }

    [Fact]
    public async Task A_process_of_all_units_needs_nothing_to_call_them()
    {
        using var folder = new TemporaryFolder();

        await using var app = await TestApplication.StartAsync(
            Declarations, new() { ["Klotho:Deployed"] = "true", ["Klotho:Data"] = folder.Path, ["Klotho:Uses"] = "ExecUnit:desk,UnitToken" });
    }

    [Fact]
    public async Task Files_of_ones_own_are_a_binding()
    {
        using var folder = new TemporaryFolder();

        await using var app = await StartAsync("main", [("Klotho:Data", folder.Path)]);
        await app.Keyed<IKeyValueStore<string>>("answers").PutAsync("a", "b");
    }

    [Fact]
    public async Task Nothing_else_is_deployed_by_being_a_unit()
    {
        await using var app = await TestApplication.StartAsync(Declarations, new() { ["Klotho:Unit"] = "desk" });

        Assert.NotNull(app.Keyed<IBlobStore>("files"));
    }

    private static Task<TestApplication> StartAsync(string unit, (string Key, string Value)[] bindings)
    {
        var settings = bindings.ToDictionary(one => one.Key, one => (string?)one.Value, StringComparer.Ordinal);
        settings["Klotho:Unit"] = unit;
        settings["Klotho:Deployed"] = "true";
        settings.TryAdd("Klotho:UnitToken", "token");
        return TestApplication.StartAsync(Declarations, settings);
    }

    private sealed class Clerk;

    private sealed class Filer;
}
