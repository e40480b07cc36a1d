using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace ConventionalApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllers().AddApplicationPart(typeof(App).Assembly);
        var app = builder.Build();
        app.MapControllerRoute("blog", "blog/{*article}", defaults: new { controller = "Blog", action = "Article" });
        app.MapAreaControllerRoute("admin", "admin", "manage/{controller=Users}/{action=Index}/{id:int?}");
        app.MapControllerRoute("areas", "{area:exists}/{controller=Home}/{action=Index}/{id?}");
        app.MapControllerRoute(name: "default", pattern: "{controller=Home}/{action=Index}/{id?}");
        return app;
    }
}

public sealed class HomeController : Controller
{
    public string Index() => "";

    public string About() => "";

    [HttpPost]
    public string Contact() => "";

    [ActionName("imprint")]
    public string Legal() => "";

    [Route("attributed")]
    public string Attributed() => "";
}

public sealed class BlogController : Controller
{
    public string Article(string article) => article;

    public string Index() => "";
}

[Authorize]
public sealed class ProductsController : Controller
{
    [HttpGet]
    public string Index() => "";

    [HttpGet, HttpHead]
    public Task<string> DetailsAsync(int id) => Task.FromResult($"{id}");

    [HttpPost, ActionName("Details"), Authorize("editors")]
    public string Change(int id) => $"{id}";
}

[Area("admin")]
public sealed class UsersController : Controller
{
    public string Index() => "";

    [HttpDelete]
    public string Remove(int id) => $"{id}";
}

[Area("shop")]
public sealed class CartController : Controller
{
    public string Index() => "";

    public string Pay() => "";
}
