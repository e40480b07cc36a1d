using Catalog;

namespace ExtendedApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapCatalog();
        app.MapGroup("/shop").MapCatalog().MapGroup("more").MapCatalog();
        app.MapCrud("orders");
        app.MapGroup("/admin").RequireAuthorization("admins").MapCrud("users");
        CatalogEndpoints.MapCrud(app, name: "plainly");
        MapLocal(app);
        MapLocal(app.MapGroup("group"));
        ((IModule)new Module()).Map(app.MapGroup("module"));
        app.UseRouting();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapGet("/endpoints", () => "x");
            endpoints.MapCrud("inner");
        });
        app.MapGet("/local", Local);
        app.MapGet("/method", Handler.Static);
        app.MapGet("/instance", new Handler().Instance);
        app.MapGet("/generic", Handler.Generic<int>);
        RequestDelegate stored = context => context.Response.WriteAsync("x");
        app.MapGet("/stored", stored);
        Delegate other = () => "y";
        app.MapPost("/stored", other);
        return app;

        static string Local() => "local";

        static void MapLocal(IEndpointRouteBuilder routes) => routes.MapGet("/more", () => "more");
    }
}

public interface IModule
{
    void Map(IEndpointRouteBuilder routes);
}

public sealed class Module : IModule
{
    public void Map(IEndpointRouteBuilder routes) => routes.MapDelete("/gone", () => "gone");
}

public sealed class Handler
{
    public static string Static() => "static";

    public static string Generic<T>() => typeof(T).Name;

    public string Instance() => "instance";
}
