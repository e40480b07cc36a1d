namespace GroupedApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        var api = app.MapGroup("/api").RequireAuthorization();
        api.MapGet("", () => "empty");
        api.MapPost("/", () => "slash").WithOrder(1);
        api.MapGet("/one", () => "one");
        var inner = api.MapGroup("{tenant}").RequireAuthorization("tenant").MapGroup("deep");
        inner.MapGet("/two", () => "two");
        inner.MapPost("three", Handlers.Three);
        inner.MapDelete("open", Handlers.Three).AllowAnonymous();
        app.MapGroup("").MapGet("nothing", () => "nothing");
        app.MapGroup("/").MapGroup("/a/").MapGroup("/b/").MapPut("/c/", () => "slashes");
        app.MapGroup("v{version:int}").MapGroup("{id}").MapPatch("x-{y}", () => "complex");
        var (orders, users) = (app.MapGroup("orders"), app.MapGroup("users"));
        orders.MapGet("all", () => "orders");
        users.MapGet("all", () => "users");
        app.MapGroup("files").MapFallback("{*path}", () => "fallback");
        app.MapGroup("rest").MapFallback(() => "fallback");
        app.MapGroup("many").MapMethods("m", [HttpMethods.Put, HttpMethods.Get], () => "many");
        RouteGroupBuilder late;
        late = app.MapGroup("late");
        late.MapGet("bound", () => "late");
        new Module(app.MapGroup("field")).Map();
        return app;
    }
}

public static class Handlers
{
    public static string Three() => "three";
}

public sealed class Module(IEndpointRouteBuilder routes)
{
    private readonly IEndpointRouteBuilder kept = routes;

    public void Map()
    {
        kept.MapGet("kept", () => "kept");
        routes.MapGet("captured", () => "captured");
    }
}
