using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace ComponentApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<Root>();
        return app;
    }
}

public class Root : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "root");
}

[Route("/")]
public class Home : ComponentBase;

[Route("/counter"), Route("/counter/{start:int}")]
public class Counter : ComponentBase;

[Route("/admin"), Authorize(Roles = "admin")]
public class Admin : ComponentBase;

[Route("/files/{*path}")]
public class Files : ComponentBase;

public class NoPage : ComponentBase;

[Route("/about")]
public class About : LayoutComponentBase;
