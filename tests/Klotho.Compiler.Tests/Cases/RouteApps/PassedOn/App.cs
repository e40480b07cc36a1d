using Microsoft.AspNetCore.Mvc;

namespace PassedOnApp;

/// <summary>What only running the application tells: all of it is passed on, and said.</summary>
public static class App
{
    private static readonly string Environmental = Environment.GetEnvironmentVariable("HOME") is null ? "/env/none" : "/env/some";

    public static IHost Build(string[] args)
    {
        var app = WebApplication.CreateBuilder(args).Build();
        app.MapGet("/known", () => "known");
        app.MapGroup("/search").MapGet(app.Configuration["SearchPath"] ?? "/find", () => "found");
        app.MapGroup("/env").MapGet(Environmental, () => "found");
        foreach (var name in new[] { "a", "b", "c" })
        {
            app.MapGroup("/loop").MapGet($"/{name}", () => name);
        }

        var pattern = "/changed/one";
        pattern += "/two";
        app.MapGroup("/changes").MapGet(pattern, () => "changed");
        Action<IEndpointRouteBuilder> map = routes => routes.MapGet("stored", () => "stored");
        map(app.MapGroup("/stored"));
        return app;
    }
}
