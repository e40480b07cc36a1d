using System.Net;
using Klotho.Wiring;
using Microsoft.AspNetCore.Builder;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>A static unit beside an application's routes.</summary>
public sealed class StaticUnitTests : IDisposable
{
    private readonly TemporaryFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Files_the_index_and_client_side_routes_are_served_and_routes_win()
    {
        Build();
        await using var app = await StartAsync();

        Assert.Equal("<p>index</p>", await app.Http.GetStringAsync("/"));
        Assert.Equal("let a;", await app.Http.GetStringAsync("/assets/app.js"));
        Assert.Equal("from the route", await app.Http.GetStringAsync("/api/hello"));
        Assert.Equal((HttpStatusCode.OK, "<p>index</p>"), await PageAsync(app, "/decks/7"));
        Assert.Equal("from the route", (await PageAsync(app, "/api/hello")).Body);
    }

    [Theory]
    [InlineData("/assets/missing.js", "*/*")]
    [InlineData("/.env", "*/*")]
    [InlineData("/../secret.txt", "*/*")]
    [InlineData("/%2e%2e/secret.txt", "*/*")]
    [InlineData("/_klotho/nothing", "text/html")]
    public async Task What_is_no_page_and_no_file_is_not_found(string path, string accept)
    {
        Build();
        File.WriteAllText(Path.Combine(_root.Path, "secret.txt"), "secret");
        File.WriteAllText(Path.Combine(_root.Path, "web", "dist", ".env"), "secret");
        await using var app = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(app, path, accept)).Status);
    }

    [Fact]
    public async Task A_folder_that_is_not_built_says_how_and_is_served_once_it_is()
    {
        await using var app = await StartAsync();

        var (status, body) = await PageAsync(app, "/");
        Build();

        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Contains("npm ci &amp;&amp; npm run build", body, StringComparison.Ordinal);
        Assert.Contains("<code>web</code>", body, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, "<p>index</p>"), await PageAsync(app, "/"));
    }

    [Fact]
    public async Task A_unit_other_than_main_serves_no_files()
    {
        Build();
        await using var app = await StartAsync("ocr");

        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(app, "/")).Status);
    }

    private static async Task<(HttpStatusCode Status, string Body)> PageAsync(TestApplication app, string path, string accept = "text/html,*/*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using var response = await app.Http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private void Build()
    {
        var dist = Directory.CreateDirectory(Path.Combine(_root.Path, "web", "dist", "assets"));
        File.WriteAllText(Path.Combine(dist.FullName, "app.js"), "let a;");
        File.WriteAllText(Path.Combine(dist.FullName, "..", "index.html"), "<p>index</p>");
    }

    private Task<TestApplication> StartAsync(string? unit = null) => TestApplication.StartAsync(
        [new StaticUnitDeclaration("web", "web/dist", "index.html", "npm ci && npm run build", "web"), new UnitDeclaration<object>("ocr")],
        new() { ["contentRoot"] = _root.Path, ["Klotho:Unit"] = unit },
        map: app => app.MapGet("/api/hello", () => "from the route"));
}
