using System.Net;
using Klotho.Wiring;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>Links to files that the process itself answers.</summary>
public sealed class BlobLinkTests
{
    private static readonly Declaration[] Declarations = [new BlobDeclaration("files"), new BlobDeclaration("others"), new UnitDeclaration<BlobLinkTests>("worker")];

    [Theory]
    [InlineData("main")]
    [InlineData("worker")]
    public async Task A_process_answers_its_own_links_whatever_its_unit_is(string unit)
    {
        await using var app = await TestApplication.StartAsync(Declarations, new() { ["Klotho:Unit"] = unit });
        var files = app.Keyed<IBlobStore>("files");
        await files.WriteAsync("page.html", new MemoryStream("<script>"u8.ToArray()), new BlobWriteOptions { ContentType = "text/html" });

        var link = await files.LinkAsync("page.html", TimeSpan.FromMinutes(1));
        using var answer = await app.Http.GetAsync(link);

        Assert.Equal(app.Address.Authority, link.Authority);
        Assert.Equal((HttpStatusCode.OK, "<script>"), (answer.StatusCode, await answer.Content.ReadAsStringAsync()));
        Assert.Equal(["sandbox", "nosniff"], new[] { "Content-Security-Policy", "X-Content-Type-Options" }.Select(name => string.Join(',', answer.Headers.GetValues(name))));
    }

    [Fact]
    public async Task A_link_of_another_store_or_process_is_refused()
    {
        await using var app = await TestApplication.StartAsync(Declarations);
        await using var other = await TestApplication.StartAsync(Declarations);
        var link = await app.Keyed<IBlobStore>("files").LinkAsync("a", TimeSpan.FromMinutes(1));

        foreach (var wrong in new[] { new Uri(other.Address, link.PathAndQuery), new Uri(link.AbsoluteUri.Replace("/files", "/others", StringComparison.Ordinal)), new Uri(link.AbsoluteUri + "a"), new Uri(app.Address, link.AbsolutePath) })
        {
            using var refused = await app.Http.GetAsync(wrong);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        using var missing = await app.Http.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_deployed_process_makes_and_answers_no_links_of_its_own()
    {
        await using var app = await TestApplication.StartAsync(Declarations, new() { ["Klotho:Deployed"] = "true", ["Klotho:Persist:files"] = "memory://" });

        var refused = await Assert.ThrowsAsync<NotSupportedException>(async () => await app.Keyed<IBlobStore>("files").LinkAsync("a", TimeSpan.FromMinutes(1)));
        using var answer = await app.Http.GetAsync("/_klotho/blobs/files?path=a&until=9999999999999&key=a");

        Assert.Contains("Klotho:Persist:files", refused.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_process_that_serves_no_requests_has_files_without_links()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.AddKlotho(new KlothoModule(typeof(BlobLinkTests).Assembly, Declarations));
        using var host = builder.Build();
        var files = host.Services.GetRequiredKeyedService<IBlobStore>("files");

        await files.WriteAsync("a", new MemoryStream([1]));

        Assert.NotNull(await files.StatAsync("a"));
        await Assert.ThrowsAsync<NotSupportedException>(async () => await files.LinkAsync("a", TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task A_process_that_listens_everywhere_is_found_on_this_machine()
    {
        await using var app = await TestApplication.StartAsync(Declarations, configure: builder => builder.WebHost.UseUrls("http://*:0"));

        var link = await app.Keyed<IBlobStore>("files").LinkAsync("a", TimeSpan.FromMinutes(1));

        Assert.Equal(("localhost", app.Address.Port), (link.Host, link.Port));
    }
}
