using Microsoft.AspNetCore.Mvc;

namespace RoutedApp;

public static class App
{
    private const string Version = "v1";

    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApplicationPart(typeof(App).Assembly);
        var app = builder.Build();
        app.MapGet("/", () => "root");
        app.MapGet("plain", () => "plain");
        app.MapPost("/items/", () => "slash");
        app.MapPut("/items/{id:int}", (int id) => id);
        app.MapDelete("/items/{id:int:min(1)}", (int id) => id);
        app.MapPatch("/items/{id?}", (int? id) => id);
        app.MapMethods("/many", ["PUT", HttpMethods.Patch, "purge"], () => "many");
        app.MapMethods("/array", new[] { "GET", "HEAD" }, () => "array");
        app.Map("/any", () => "any");
        app.MapGet("/context", (HttpContext context) => context.Response.WriteAsync("x"));
        app.MapGet($"/{Version}/{nameof(App)}", () => "constant");
        app.MapGet("/files/{**path}", (string path) => path);
        app.MapGet("/files2/{*path}", (string path) => path);
        app.MapGet("/a/{x}-{y}", (string x, string y) => x + y);
        app.MapGet(pattern: "/named", handler: () => "named");
        app.MapFallback(() => "fallback");
        app.MapFallback("/spa/{*path}", () => "fallback");
        EndpointRouteBuilderExtensions.MapGet(app, "/static", () => "static");

        var api = app.MapGroup("/api");
        api.MapGet("", () => "empty");
        api.MapGet("/one", () => "one").WithName("one");
        var inner = api.MapGroup("{tenant}").WithTags("x").MapGroup("deep");
        inner.MapGet("/two", () => "two");
        inner.MapPost("three", Handlers.Three);
        MapMore(app);
        MapMore(inner);
        api.MapOrders("x");
        app.MapGroup("/twice").MapOrders("y");
        app.MapAgain("z");
        foreach (var verb in new[] { 1 })
        {
            app.MapGet("/looped", () => verb);
        }

        app.UseRouting();
        app.UseEndpoints(endpoints => endpoints.MapGet("/endpoints", () => "x"));
        ((IModule)new Module()).Map(app.MapGroup("module"));
        app.MapControllers();
        return app;
    }

    private static void MapMore(IEndpointRouteBuilder routes) => routes.MapGet("/more", () => "more");

    private static IEndpointRouteBuilder MapOrders(this RouteGroupBuilder routes, string name)
    {
        routes.MapGet("/orders", () => name).RequireHost("example.com");
        return routes;
    }

    private static IEndpointRouteBuilder MapAgain(this IEndpointRouteBuilder routes, string name)
    {
        routes.MapGet("/again", () => name);
        return routes;
    }
}

public static class Handlers
{
    public static string Three() => "three";
}

public interface IModule
{
    void Map(IEndpointRouteBuilder routes);
}

public sealed class Module : IModule
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/gone", () => "gone");
}

[ApiController]
[Route("/api/[controller]")]
public sealed class DecksController : ControllerBase
{
    [HttpGet]
    public string All() => "";

    [HttpGet("{id}")]
    public string Get(string id) => id;

    [HttpPut("{id}"), HttpPost("{id}")]
    public string Put(string id) => id;

    [Route("child"), Route("/rooted/child"), HttpGet, HttpPut]
    public string Child() => "";

    [AcceptVerbs("DELETE", "PATCH", Route = "/del")]
    public string Delete() => "";

    [HttpGet("[action]"), ActionName("renamed")]
    public string Other() => "";

    [HttpGet("~/tilde")]
    public string Tilde() => "";

    [HttpHead("head"), HttpOptions("options"), HttpPatch("patch")]
    public string Rare() => "";

    [HttpGet("[action]")]
    public Task<string> SlowAsync() => Task.FromResult("");

    [NonAction]
    public string Hidden() => "";
}

[Route("one"), Route("two")]
public class PagesController : Controller
{
    [HttpGet("x")]
    public string X() => "";

    [Route("any")]
    public string Any() => "";
}

[Route("base/[controller]/[action]")]
public abstract class BaseController : ControllerBase
{
    [HttpGet]
    public virtual string Inherited() => "";
}

public sealed class FirstController : BaseController
{
    [HttpDelete]
    public string Own() => "";
}

public sealed class SecondController : BaseController
{
    public override string Inherited() => "second";
}

[Area("admin"), Route("[area]/users")]
public sealed class UsersController : ControllerBase
{
    [HttpGet("{id:guid}")]
    public string Get(Guid id) => id.ToString();
}
