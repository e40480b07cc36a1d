using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Razor.Hosting;

// What the SDK writes for .cshtml files.
[assembly: Microsoft.AspNetCore.Mvc.ApplicationParts.ProvideApplicationPartFactory("Microsoft.AspNetCore.Mvc.ApplicationParts.ConsolidatedAssemblyApplicationPartFactory, Microsoft.AspNetCore.Mvc.Razor")]
[assembly: RazorCompiledItem(typeof(PagedApp.Shown), "mvc.1.0.razor-page", "/Pages/Index.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Shown), "mvc.1.0.razor-page", "/Pages/Privacy.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Shown), "mvc.1.0.razor-page", "/Pages/Orders/Index.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Detail), "mvc.1.0.razor-page", "/Pages/Orders/Detail.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Rooted), "mvc.1.0.razor-page", "/Pages/Orders/Rooted.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Shown), "mvc.1.0.razor-page", "/Areas/Admin/Pages/Index.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Detail), "mvc.1.0.razor-page", "/Areas/Admin/Pages/Users/Edit.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Shown), "mvc.1.0.razor-page", "/Pages/Orders/_Row.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Account), "mvc.1.0.razor-page", "/Pages/Account.cshtml")]
[assembly: RazorCompiledItem(typeof(PagedApp.Shown), "mvc.1.0.view", "/Views/Home/Index.cshtml")]

namespace PagedApp;

public static class App
{
    public static IHost Build(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddRazorPages().AddApplicationPart(typeof(App).Assembly);
        var app = builder.Build();
        app.MapRazorPages().RequireAuthorization("pages");
        app.MapFallbackToPage("/Index");
        app.MapFallbackToPage("shop/{*path:nonfile}", "/Orders/Index");
        return app;
    }
}

[Authorize("owners")]
public class AccountModel : PageModel
{
    public void OnGet()
    {
    }

    public Task OnPostAsync() => Task.CompletedTask;
}

public class Account : Page
{
    public AccountModel Model => (AccountModel)PageContext.ViewData.Model!;

    public override Task ExecuteAsync() => Task.CompletedTask;
}

public class Shown : Page
{
    public Shown Model => this;

    public override Task ExecuteAsync() => Task.CompletedTask;
}

[RazorCompiledItemMetadata("RouteTemplate", "{id:int?}")]
public class Detail : Shown;

[RazorCompiledItemMetadata("RouteTemplate", "/rooted/{id}")]
public class Rooted : Shown;
