using System.Diagnostics;
using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>
/// A repository as repositories are: settings and package versions from above, a library for several frameworks that shows the application its
/// internals, types in several files, a linked file, a project in another language, and pages and views of Razor.
/// </summary>
public sealed class RepositoryTests : IDisposable
{
    private readonly Workspace workspace = new();

    [Fact]
    public async Task All_of_it_is_read_as_a_build_reads_it()
    {
        WithRepository();
        var unbuilt = BuiltTool.Run(workspace.Root, "check", "src/Web");
        Assert.Contains("error KL0015: 'Web' references 'Rules.fsproj', which is written in F# and not built", unbuilt.Error, StringComparison.Ordinal);
        using (var build = Process.Start(new ProcessStartInfo(BuiltTool.DotnetPath, ["build", workspace.Path("src/Rules"), "-v:q", "-nologo"]) { RedirectStandardOutput = true }))
        {
            Assert.NotNull(build);
            var said = await build.StandardOutput.ReadToEndAsync();
            await build.WaitForExitAsync();
            Assert.True(build.ExitCode == 0, said);
        }

        var result = BuiltTool.Run(workspace.Root, "graph", "src/Web", "--format", "json");

        Assert.True(result.ExitCode == 0, result.Everything);
        using var document = JsonDocument.Parse(result.Output);
        Assert.Equal(["KL0016"], document.RootElement.GetProperty("diagnostics").EnumerateArray().Select(told => told.GetProperty("code").GetString()));
        var graph = document.RootElement.GetProperty("graph");
        Assert.Equal(
            ["* /", "* /Index", "* /Orders/Detail/{id:int}", "* /{controller=Home}/{action=Index}/{id?}", "DELETE /orders/{id}", "GET /linked"],
            graph.GetProperty("nodes").EnumerateArray().Where(node => node.GetProperty("kind").GetString() == "route").Select(node => node.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.Equal(
            ["fs:boards IBlobStore.StatAsync", "fs:orders IBlobStore.DeleteAsync", "kv:titles IKeyValueStore.DeleteAsync", "kv:titles IKeyValueStore.GetAsync"],
            graph.GetProperty("edges").EnumerateArray().Where(edge => edge.GetProperty("kind").GetString() == "uses")
                .SelectMany(edge => edge.GetProperty("operations").EnumerateArray().Select(operation => $"{edge.GetProperty("to").GetString()} {operation.GetProperty("name").GetString()}"))
                .Order(StringComparer.Ordinal));
    }

    public void Dispose() => workspace.Dispose();

    private void WithRepository() => workspace
        .With("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <DefineConstants>$(DefineConstants);FROM_ABOVE</DefineConstants>
              </PropertyGroup>
            </Project>
            """)
        .With("Directory.Packages.props", "<Project><PropertyGroup><ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally></PropertyGroup></Project>")
        .With("shared/Linked.cs", """namespace Shared; public static class Linked { public const string Route = "/linked"; }""")
        .With("src/Rules/Rules.fsproj", """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework><ManagePackageVersionsCentrally>false</ManagePackageVersionsCentrally></PropertyGroup><ItemGroup><Compile Include="Rules.fs" /></ItemGroup></Project>""")
        .With("src/Rules/Rules.fs", "namespace Rules\nmodule Discount =\n    let ofTotal (total: decimal) = total / 10m\n")
        .With("src/Domain/Domain.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks><LangVersion>14</LangVersion></PropertyGroup>
              <ItemGroup Condition="'$(TargetFramework)' == 'net10.0'">
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <Reference Include="{BuiltTool.RuntimePath}" />
              </ItemGroup>
              <ItemGroup><InternalsVisibleTo Include="Web" /></ItemGroup>
            </Project>
            """)
        .With("src/Domain/Kind.cs", """namespace Domain; public static class Kind { public const string Path = "orders"; }""")
        .With("src/Domain/Orders.cs", """
            #if NET10_0_OR_GREATER
            using Klotho;
            namespace Domain;
            internal sealed partial class Orders([Persist("orders")] IBlobStore orders);
            #endif
            """)
        .With("src/Domain/Orders.Removal.cs", """
            #if NET10_0_OR_GREATER
            namespace Domain;
            internal sealed partial class Orders { public ValueTask<bool> Remove(string id) => orders.DeleteAsync(id); }
            #endif
            """)
        .With("src/Web/Web.csproj", Workspace.WebProject.Replace("</Project>", """
              <ItemGroup>
                <ProjectReference Include="../Domain/Domain.csproj" />
                <ProjectReference Include="../Rules/Rules.fsproj" />
                <Compile Include="../../shared/Linked.cs" Link="Shared/Linked.cs" />
              </ItemGroup>
            </Project>
            """, StringComparison.Ordinal))
        .With("src/Web/Program.cs", """
            using Domain;
            using Klotho;

            var builder = WebApplication.CreateBuilder(args);
            builder.AddKlotho();
            builder.Services.AddScoped<Orders>();
            builder.Services.AddRazorPages();
            builder.Services.AddControllersWithViews();
            var app = builder.Build();
            app.MapKlotho();
            app.MapRazorPages();
            app.MapDefaultControllerRoute();
            app.MapGet(Shared.Linked.Route, () => Rules.Discount.ofTotal(10m));
            #if FROM_ABOVE
            app.MapDelete("/" + Kind.Path + "/{id}", (string id, Orders orders) => orders.Remove(id));
            #endif
            app.Run();
            """)
        .With("src/Web/HomeController.cs", "using Microsoft.AspNetCore.Mvc;\nnamespace Web;\npublic sealed class HomeController : Controller { public IActionResult Index() => View(); }\n")
        .With("src/Web/Boards.cs", """
            using Klotho;
            namespace Web;
            public sealed class Boards([Persist("boards")] IBlobStore boards) { public async Task<string> Latest() => $"{await boards.StatAsync("x")}"; }
            """)
        .With("src/Web/Views/Home/Index.cshtml", "@inject Web.Boards Boards\n<p>@await Boards.Latest()</p>\n")
        .With("src/Web/Pages/Index.cshtml", "@page\n@model Web.Pages.IndexModel\n<h1>@Model.Title</h1>@await Model.Late()\n")
        .With("src/Web/Pages/Orders/Detail.cshtml", "@page \"{id:int}\"\n<h1>An order</h1>\n")
        .With("src/Web/Pages/Index.cshtml.cs", """
            using Klotho;
            using Microsoft.AspNetCore.Mvc.RazorPages;
            namespace Web.Pages;
            public sealed class IndexModel([Persist("titles")] IKeyValueStore<string> titles) : PageModel
            {
                public string Title { get; private set; } = "";
                public async Task OnGetAsync() => Title = (await titles.GetAsync("x"))?.Value ?? "";
                public async Task<string> Late() => $"{await titles.DeleteAsync("x")}";
            }
            """);
}
