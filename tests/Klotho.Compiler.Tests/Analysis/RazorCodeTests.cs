using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>What Razor's pages, views, view components and tag helpers do with resources is found, though no code of the application calls them.</summary>
public sealed class RazorCodeTests
{
    /// <summary>As the SDK's generator writes it for .cshtml files.</summary>
    private const string Generated = """
        using Microsoft.AspNetCore.Mvc.Razor;
        using Microsoft.AspNetCore.Mvc.Razor.Internal;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Razor.Hosting;

        [assembly: RazorCompiledItem(typeof(Views_Home_Index), "mvc.1.0.view", "/Views/Home/Index.cshtml")]
        [assembly: RazorCompiledItem(typeof(Views_Shared_Layout), "mvc.1.0.view", "/Views/Shared/_Layout.cshtml")]
        [assembly: RazorCompiledItem(typeof(Pages_Late), "mvc.1.0.razor-page", "/Pages/Late.cshtml")]

        internal sealed class Views_Home_Index : RazorPage<object>
        {
            [RazorInject] public Boards Boards { get; private set; } = null!;
            public override async Task ExecuteAsync() => Write(await Boards.LatestAsync());
        }

        internal sealed class Views_Shared_Layout : RazorPage<object>
        {
            [RazorInject] public Layouts Layouts { get; private set; } = null!;
            public override async Task ExecuteAsync() => Write(await Layouts.TitleAsync());
        }

        internal sealed class Pages_Late : Page
        {
            public LateModel Model => (LateModel)PageContext.ViewData.Model!;
            public override async Task ExecuteAsync() => Write(await Model.LateAsync());
        }
        """;

    private const string Program = """
        using Microsoft.AspNetCore.Mvc;
        using Microsoft.AspNetCore.Mvc.RazorPages;
        using Microsoft.AspNetCore.Razor.TagHelpers;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddControllersWithViews();
        builder.Services.AddRazorPages();
        var app = builder.Build();
        app.MapDefaultControllerRoute();
        app.MapRazorPages();
        app.Run();

        public sealed class AboutController : Controller { public IActionResult Index() => View(); }
        public sealed class HomeController : Controller { public IActionResult Index() => View(); }

        public sealed class LateModel([Persist("late")] IBlobStore late) : PageModel
        {
            public void OnGet() { }
            public async Task<string> LateAsync() => $"{await late.StatAsync("x")}";
        }

        public sealed class Boards([Persist("boards")] IBlobStore boards) { public async Task<string> LatestAsync() => $"{await boards.StatAsync("x")}"; }

        public sealed class Layouts([Persist("layouts")] IBlobStore layouts) { public async Task<string> TitleAsync() => $"{await layouts.StatAsync("x")}"; }

        public sealed class CartViewComponent([Persist("carts")] IBlobStore carts) : ViewComponent
        {
            public async Task<IViewComponentResult> InvokeAsync() => Content($"{await carts.StatAsync("x")}");
        }

        public sealed class PriceTagHelper([Persist("prices")] IBlobStore prices) : TagHelper
        {
            public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output) => output.Content.SetContent($"{await prices.StatAsync("x")}");
        }
        """;

    [Theory]
    [InlineData("boards", "* /{controller=Home}/{action=Index}/{id?}")]
    [InlineData("layouts", null)]
    [InlineData("late", "* /Late")]
    [InlineData("carts", null)]
    [InlineData("prices", null)]
    public void What_is_shown_reaches_what_it_uses(string store, string? from)
    {
        var result = App.Analyze(App.Compile([("Program.cs", Program), ("Generated.cs", Generated)]));

        var used = Assert.Single(Assert.Single(result.Graph.Edges.Items, edge => edge.To.Name == store).Operations.Items);
        Assert.Equal("IBlobStore.StatAsync", used.Name);
        Assert.True(from is null || used.Witness.Items[0].Symbol == from, used.Witness.Items[0].Symbol);
    }

    [Fact]
    public void Where_nothing_is_shown_views_and_their_parts_do_not_run()
    {
        var result = App.Analyze(App.Compile([("Program.cs", Program.Replace("app.MapDefaultControllerRoute();\napp.MapRazorPages();\n", "", StringComparison.Ordinal)), ("Generated.cs", Generated)]));

        Assert.DoesNotContain(result.Graph.Edges.Items, edge => edge.To.Name is "boards" or "carts" or "late");
    }
}
