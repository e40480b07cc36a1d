using System.Net;
using Klotho.Runtime.Tests.Host;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Which process serves what.</summary>
public sealed class RoleTests
{
    private static readonly Declaration[] Unit = [new UnitDeclaration<object>("ocr")];

    [Theory]
    [InlineData("/")]
    [InlineData("/hello")]
    [InlineData("/_klothox")]
    [InlineData("/_klotho/hello")]
    public async Task A_unit_refuses_what_is_not_its_own(string path)
    {
        await using var app = await TestApplication.StartAsync(Unit, new() { ["Klotho:Unit"] = "ocr" }, map: Hello);

        using var response = await app.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_unit_refuses_what_middleware_of_the_application_would_answer()
    {
        await using var app = await TestApplication.StartAsync(
            Unit, new() { ["Klotho:Unit"] = "ocr" }, map: app => app.Run(context => context.Response.WriteAsync("answered")));

        using var response = await app.Http.GetAsync("/anything");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("main")]
    public async Task The_monolith_and_the_default_unit_serve_the_application(string? unit)
    {
        await using var app = await TestApplication.StartAsync(Unit, new() { ["Klotho:Unit"] = unit }, map: Hello);

        Assert.Equal("hello", await app.Http.GetStringAsync("/hello"));
        using var below = await app.Http.GetAsync("/_klotho/hello");
        Assert.Equal(HttpStatusCode.NotFound, below.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("main")]
    [InlineData("ocr")]
    public async Task Every_role_tells_its_health(string? unit)
    {
        await using var app = await TestApplication.StartAsync(Unit, new() { ["Klotho:Unit"] = unit });

        Assert.Equal("ready", await app.Http.GetStringAsync("/_klotho/health"));
    }

    [Fact]
    public async Task A_unit_that_nothing_declares_is_an_error_with_those_that_are()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestApplication.StartAsync(Unit, new() { ["Klotho:Unit"] = "orc" }));

        Assert.Contains("'orc'", error.Message, StringComparison.Ordinal);
        Assert.Contains("main, ocr", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_units_process_handles_its_messages()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Path;
        await using var main = await TestApplication.StartAsync(HostDeclarations.All, new() { ["Klotho:Unit"] = "main", ["Klotho:Data"] = data });
        await main.Keyed<ITopic<Job>>("jobs").PublishAsync(new Job(1, 1));
        await Task.Delay(300);
        Assert.Null(await main.Keyed<IBlobStore>("files").StatAsync("begun/1"));

        await using var work = await TestApplication.StartAsync(HostDeclarations.All, new() { ["Klotho:Unit"] = "work", ["Klotho:Data"] = data });

        await Eventually.IsTrueAsync(async () => await main.Keyed<IBlobStore>("files").StatAsync("done/1") is not null, "the unit's process handled it");
    }

    [Fact]
    public async Task The_start_says_where_state_is()
    {
        using var folder = new TemporaryFolder();
        Declaration[] declarations =
        [
            new TopicDeclaration<int>("paid") { OrderedBy = static number => $"{number}" }, new BlobDeclaration("files"), new KeyValueDeclaration<int>("counts"), new CacheDeclaration("pages"),
        ];
        var paid = ("Klotho:PubSub:paid", "memory://");
        await using var memory = await TestApplication.StartAsync(declarations);
        await using var some = await TestApplication.StartAsync(declarations, new() { ["Klotho:Persist:files"] = new Uri(folder.Path).ToString(), [paid.Item1] = paid.Item2 });
        await using var files = await TestApplication.StartAsync(declarations, new() { ["Klotho:Data"] = folder.Path, [paid.Item1] = paid.Item2 });
        await using var bound = await TestApplication.StartAsync([new TopicDeclaration<int>("paid")], new() { [paid.Item1] = paid.Item2 });

        Assert.Equal(
            "Information: Klotho: all units in this process; in memory, as nothing else is set for them: Persist:counts, Persist:files, Persist:pages, PubSub:paid. " +
            "Their state is gone when the process ends; set Klotho:Data to a directory to keep it.",
            Place(memory));
        Assert.Contains("in memory, as nothing else is set for them: Persist:counts, Persist:pages. Their", Place(some), StringComparison.Ordinal);
        Assert.Contains($"in files below {folder.Path}, as nothing else is set for them: Persist:counts, Persist:files", Place(files), StringComparison.Ordinal);
        Assert.EndsWith("all units in this process: all that it uses is bound.", Place(bound), StringComparison.Ordinal);

        static string Place(TestApplication app) => Assert.Single(app.Log.Lines, line => line.Contains("Klotho: all units in this process", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Dead_letters_are_shown_in_development_or_with_the_token()
    {
        await using var production = await TestApplication.StartAsync(HostDeclarations.All, new() { ["Klotho:UnitToken"] = "t0ken" });
        await using var development = await TestApplication.StartAsync(HostDeclarations.All, environment: "Development");

        using var without = await production.Http.GetAsync("/_klotho/dead-letters");
        using var redrive = await production.Http.PostAsync("/_klotho/dead-letters/jobs/Worker.Handle/redrive", null);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, redrive.StatusCode));
        production.UseToken("t0ken");
        Assert.Equal("[]", await production.Http.GetStringAsync("/_klotho/dead-letters"));
        Assert.Equal("[]", await development.Http.GetStringAsync("/_klotho/dead-letters"));

        using var rebound = new HttpRequestMessage(HttpMethod.Get, "/_klotho/dead-letters") { Headers = { Host = "attacker.example" } };
        using var otherName = await development.Http.SendAsync(rebound);
        Assert.Equal(HttpStatusCode.Unauthorized, otherName.StatusCode);

        development.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        using var otherSite = await development.Http.PostAsync("/_klotho/dead-letters/jobs/Worker.Handle/redrive", null);
        Assert.Equal(HttpStatusCode.Unauthorized, otherSite.StatusCode);
    }

    private static void Hello(WebApplication app)
    {
        app.MapGet("/hello", () => "hello");
        app.MapGet("/{**all}", () => "everything");
    }
}
