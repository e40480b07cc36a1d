using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Mvc;

namespace StaticAssetsApp;

/// <summary>Files as the templates of .NET 10 map them, with the list that publishing makes of them.</summary>
public static class App
{
    private const string Headers = """
        [
          { "Name": "ETag", "Value": "\"x\"" }, { "Name": "Content-Length", "Value": "1" }, { "Name": "Content-Type", "Value": "text/css" },
          { "Name": "Last-Modified", "Value": "Mon, 23 Nov 2026 05:51:03 GMT" }
        ]
        """;

    private const string Manifest = $$"""
        {
          "Version": 1,
          "ManifestType": "Publish",
          "Endpoints": [
            { "Route": "css/site.css", "AssetFile": "css/site.css", "Selectors": [], "ResponseHeaders": {{Headers}}, "EndpointProperties": [{ "Name": "integrity", "Value": "sha256-x" }] },
            { "Route": "css/site.css", "AssetFile": "css/site.css.gz", "Selectors": [{ "Name": "Content-Encoding", "Value": "gzip", "Quality": "0.1" }], "ResponseHeaders": {{Headers}}, "EndpointProperties": [] },
            { "Route": "css/site.b9sayid5wm.css", "AssetFile": "css/site.css", "Selectors": [], "ResponseHeaders": {{Headers}}, "EndpointProperties": [{ "Name": "label", "Value": "css/site.css" }] },
            { "Route": "favicon.61n19gt1b8.ico", "AssetFile": "favicon.ico", "Selectors": [], "ResponseHeaders": {{Headers}}, "EndpointProperties": [{ "Name": "label", "Value": "favicon.ico" }] },
            { "Route": "favicon.ico", "AssetFile": "favicon.ico", "Selectors": [], "ResponseHeaders": {{Headers}}, "EndpointProperties": [] }
          ]
        }
        """;

    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews().AddApplicationPart(typeof(App).Assembly);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        var folder = Directory.CreateTempSubdirectory("assets");
        app.Lifetime.ApplicationStopped.Register(() => folder.Delete(recursive: true));
        var list = Path.Combine(folder.FullName, "App.staticwebassets.endpoints.json");
        File.WriteAllText(list, Manifest);
        app.UseAntiforgery();
        app.MapStaticAssets(list).RequireAuthorization("members").ShortCircuit();
        app.MapGroup("/other").MapStaticAssets(list);
        app.MapControllerRoute(name: "default", pattern: "{controller=Home}/{action=Index}/{id?}").WithStaticAssets(list);
        app.MapRazorComponents<Root>().AddInteractiveServerRenderMode().WithStaticAssets(list);
        app.MapGet("/api/files", () => "list");
        return app;
    }
}

public class HomeController : Controller
{
    public IActionResult Index() => View();

    public IActionResult Privacy() => View();
}

public class Root : Microsoft.AspNetCore.Components.ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "root");
}

[Microsoft.AspNetCore.Components.Route("/counter")]
public class Counter : Microsoft.AspNetCore.Components.ComponentBase;
