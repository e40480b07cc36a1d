using Microsoft.AspNetCore.Mvc;

namespace DefaultRouteApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApplicationPart(typeof(App).Assembly);
        var app = builder.Build();
        app.MapDefaultControllerRoute();
        app.MapFallbackToController("Index", "Home");
        app.MapFallbackToController("app/{*path}", "Index", "Home");
        app.MapGet("/minimal", () => "beside controllers");
        return app;
    }
}

public class HomeController : Controller
{
    public string Index() => "";

    public string Privacy() => "";
}

public sealed class OrdersController : HomeController
{
    [HttpGet]
    public string List() => "";
}
