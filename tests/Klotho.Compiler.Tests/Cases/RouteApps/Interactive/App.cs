using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace InteractiveApp;

/// <summary>Components that run on the server while they are shown, and pages of another assembly.</summary>
public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<Root>().AddInteractiveServerRenderMode().AddAdditionalAssemblies(typeof(Library.Catalogue).Assembly).RequireAuthorization("members");
        app.MapGroup("/old").MapBlazorHub();
        return app;
    }
}

public class Root : ComponentBase
{
    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, "root");
}

[Route("/")]
public class Home : ComponentBase;
