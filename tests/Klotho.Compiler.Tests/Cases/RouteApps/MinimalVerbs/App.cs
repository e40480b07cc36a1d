namespace RoutedApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/", () => "root");
        app.MapGet("plain", () => "no slash");
        app.MapPost("/items/", () => "slash at the end");
        app.MapPut("/items/{id:int}", (int id) => id);
        app.MapDelete("/items/{id:int:min(1)}", (int id) => id);
        app.MapPatch("/items/{id?}", (int? id) => id);
        app.MapGet("/items/{id:regex(^\\d{{3}}-[[a-z]]$)}", (string id) => id);
        app.MapMethods("/many", ["PUT", HttpMethods.Patch, "purge"], () => "many");
        app.MapMethods("/array", new[] { "GET", "HEAD" }, () => "array");
        app.MapMethods("/list", new List<string> { "GET", HttpMethods.Options }, () => "list");
        app.Map("/any", () => "any");
        app.Map("/any/{id}", (HttpContext context) => context.Response.WriteAsync("x"));
        app.MapGet("/files/{**path}", (string path) => path);
        app.MapGet("/files2/{*path}", (string path) => path);
        app.MapGet("/a/{x}-{y}", (string x, string y) => x + y);
        app.MapGet("/image/{name}.{extension?}", (string name, string? extension) => name + extension);
        app.MapGet("/page/{number=1}", (int number) => number);
        app.MapGet("/{{literal}}", () => "braces");
        app.MapGet("/Ünïcode/ß", () => "letters");
        app.MapGet(pattern: "/named", handler: () => "named");
        EndpointRouteBuilderExtensions.MapGet(handler: () => "swapped", pattern: "/swapped", endpoints: app);
        EndpointRouteBuilderExtensions.MapGet(app, "/static", () => "static");
        app.MapGet("/late", () => "late").WithOrder(7);
        app.MapGet("/first", () => "first").WithOrder(-1).RequireAuthorization("admins");
        app.MapGet("/hosted", () => "hosted").RequireHost("example.com");
        app.MapFallback(() => "fallback");
        app.MapFallback("/spa/{*path}", () => "fallback");
        app.MapFallback("/spa/{lang}/{*path:nonfile}", () => "fallback").AllowAnonymous();
        return app;
    }
}
