using System.Text.Json;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary><c>klotho init</c> makes a Klotho application out of one that knows nothing of Klotho.</summary>
public sealed partial class InitTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk.Web">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.14" />
          </ItemGroup>
        </Project>
        """;

    private readonly Workspace workspace = new Workspace()
        .With("Shop/Shop.csproj", Project)
        .With("Shop/Program.cs", """
            // The shop.
            using Microsoft.EntityFrameworkCore;
            using Microsoft.Extensions.Caching.Distributed;

            var builder = WebApplication.CreateBuilder(args);
            builder.Services.AddDbContext<ShopContext>(options => options.UseSqlite("Data Source=shop.db"));
            builder.Services.AddDistributedMemoryCache();
            builder.Services.AddHostedService<CleanUpService>();

            var app = builder.Build();
            app.UseStaticFiles();
            app.MapGet("/price/{id}", async (string id, IDistributedCache cache) => await cache.GetStringAsync(id));
            app.MapGet("/orders", (ShopContext shop) => shop.Orders.CountAsync());
            app.Run();
            """.ReplaceLineEndings("\r\n"))
        .With("Shop/ShopContext.cs", """
            using Microsoft.EntityFrameworkCore;

            /// <summary>The database.</summary>
            public sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
            {
                public DbSet<Order> Orders => Set<Order>();
            }

            public sealed class Order { public int Id { get; set; } }
            """)
        .With("Shop/CleanUpService.cs", """
            /// <summary>Cleans up.</summary>
            public sealed class CleanUpService : BackgroundService
            {
                protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.CompletedTask;
            }
            """)
        .With("Shop/wwwroot/index.html", "<!doctype html>");

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void What_is_accepted_is_an_application_with_all_that_was_proposed(string kind)
    {
        BuiltTool.Use(kind);
        var before = Files();
        var proposed = BuiltTool.Run(workspace.Root, "init", "Shop");

        Assert.True(proposed.ExitCode == 0, proposed.Everything);
        Assert.Equal(before, Files());
        Assert.Contains("+builder.AddKlotho();\n", proposed.Output, StringComparison.Ordinal);
        Assert.Contains("+[Persist(\"shop\")]\n", proposed.Output, StringComparison.Ordinal);
        Assert.EndsWith("Nothing is written; klotho init --yes writes it.\n", proposed.Output, StringComparison.Ordinal);

        var written = BuiltTool.Run(workspace.Root, "init", "Shop", "--yes");
        Assert.True(written.ExitCode == 0, written.Everything);
        Assert.Contains("<PackageReference Include=\"Klotho.Runtime\" Version=\"0.1.0\" />\n    <PackageReference", File.ReadAllText(workspace.Path("Shop/Shop.csproj")), StringComparison.Ordinal);
        Assert.DoesNotMatch("[^\r]\n", File.ReadAllText(workspace.Path("Shop/Program.cs")));

        // The package of these tests is the one that was just built; and all that the new file comments on is a setting.
        workspace.With("Shop/Shop.csproj", File.ReadAllText(workspace.Path("Shop/Shop.csproj")));
        workspace.With("Shop/klotho.yaml", Setting().Replace(File.ReadAllText(workspace.Path("Shop/klotho.yaml")), ""));
        var again = BuiltTool.Run(workspace.Root, "init", "Shop");
        Assert.Contains("Nothing is missing", again.Output, StringComparison.Ordinal);
        var graph = BuiltTool.Run(workspace.Root, "graph", "Shop", "--format", "json");
        Assert.True(graph.ExitCode == 0, graph.Everything);
        using var document = JsonDocument.Parse(graph.Output);
        var ids = document.RootElement.GetProperty("graph").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).Where(id => id?.StartsWith("route:", StringComparison.Ordinal) == false);
        Assert.Equal(["exec_unit:clean-up", "exec_unit:main", "gateway:shop-api", "orm:shop", "redis_node:cache", "static_unit:web"], ids);
        var check = BuiltTool.Run(workspace.Root, "check", "Shop", "--env", "prod");
        Assert.True(check.ExitCode == 0, check.Everything);
    }

    [Fact]
    public void Versions_in_one_place_stay_there_and_a_klotho_yaml_stays_as_it_is()
    {
        workspace.With("Directory.Packages.props", """
            <Project>
              <PropertyGroup>
                <ManagePackageVersionsCentrally>true</ManagePackageVersionsCentrally>
              </PropertyGroup>
              <ItemGroup>
                <PackageVersion Include="Microsoft.EntityFrameworkCore.Sqlite" Version="10.0.14" />
              </ItemGroup>
            </Project>
            """).With("Shop/Shop.csproj", Project.Replace(" Version=\"10.0.14\"", "", StringComparison.Ordinal)).With("Shop/klotho.yaml", "app: my-shop\n");

        var result = BuiltTool.Run(workspace.Root, "init", "Shop", "--yes", "--format", "json");

        Assert.True(result.ExitCode == 0, result.Everything);
        using var document = JsonDocument.Parse(result.Output);
        Assert.True(document.RootElement.GetProperty("written").GetBoolean());
        Assert.Contains("    <PackageReference Include=\"Klotho.Runtime\" />\n", File.ReadAllText(workspace.Path("Shop/Shop.csproj")), StringComparison.Ordinal);
        Assert.Contains("    <PackageVersion Include=\"Klotho.Runtime\" Version=\"0.1.0\" />\n", File.ReadAllText(workspace.Path("Directory.Packages.props")), StringComparison.Ordinal);
        Assert.Equal("app: my-shop\n", File.ReadAllText(workspace.Path("Shop/klotho.yaml")));
    }

    [NeedsFact("script")]
    public void On_a_terminal_it_asks_and_writes_only_what_is_accepted()
    {
        var before = Files();
        var refused = BuiltTool.RunOnTerminal(workspace.Root, "n", "init", "Shop");
        Assert.Equal(0, refused.ExitCode);
        Assert.Contains("Write this? [y/N]", refused.Output, StringComparison.Ordinal);
        Assert.Equal(before, Files());

        var accepted = BuiltTool.RunOnTerminal(workspace.Root, "y", "init", "Shop");
        Assert.Equal(0, accepted.ExitCode);
        Assert.Contains("builder.AddKlotho();", File.ReadAllText(workspace.Path("Shop/Program.cs")), StringComparison.Ordinal);
        Assert.True(File.Exists(workspace.Path("Shop/klotho.yaml")));
    }

    public void Dispose() => workspace.Dispose();

    private IEnumerable<KeyValuePair<string, string>> Files() =>
        workspace.Snapshot("Shop").Where(file => !file.Key.StartsWith("obj", StringComparison.Ordinal) && !file.Key.StartsWith("bin", StringComparison.Ordinal));

    /// <summary>The mark before a setting; that of a sentence has a space behind it.</summary>
    [GeneratedRegex("^#(?! [^ ])(?=.)", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
