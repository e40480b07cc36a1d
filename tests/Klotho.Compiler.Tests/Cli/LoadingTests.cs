using Klotho.Cli.Diagnostics;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Klotho.Compiler.Tests.Conventions;

namespace Klotho.Compiler.Tests.Cli;

public sealed class LoadingTests
{
    [Theory]
    [InlineData("SearchTheDeck", "search-the-deck")]
    [InlineData("Acme.HTTPServer2", "acme-http-server2")]
    [InlineData("already-fine", "already-fine")]
    [InlineData("snake_case_App", "snake-case-app")]
    [InlineData("3D", "app-3-d")]
    [InlineData("ÄÖ", "app")]
    [InlineData("AVeryLongNameThatGoesOnAndOnAndOnAndOnForever", "a-very-long-name-that-goes-on-and-on-and")]
    public void An_application_is_named_after_its_assembly(string assembly, string name) =>
        Assert.Equal(name, AppNames.From(assembly).Value);

    [Theory]
    [InlineData("/a/b", "/a/b/c", "/a/b")]
    [InlineData("/a/bc", "/a/b", "/a")]
    [InlineData("/a", "/b", "/")]
    public void The_root_is_the_common_ancestor_of_directories(string first, string second, string root) =>
        Assert.Equal(root, ProjectGraph.CommonAncestor(first, second));

    [Fact]
    public void Messages_of_the_build_are_read_in_its_canonical_form()
    {
        var message = MsBuildMessage.Parse("/a b/App.csproj(3,5): error MSB4025: The project file could not be loaded. Why (here) [/a b/App.csproj]");

        Assert.Equal(new MsBuildMessage("/a b/App.csproj", 3, 5, true, "MSB4025", "The project file could not be loaded. Why (here)", "/a b/App.csproj"), message);
        Assert.Equal("NU1101", MsBuildMessage.Parse("/a/App.csproj : error NU1101: Unable to find package X. [/a/App.csproj]")?.Code);
        Assert.Null(MsBuildMessage.Parse("Build succeeded."));
    }

    [Fact]
    public void An_environment_names_a_file_beside_the_main_one() =>
        Assert.Equal("/app/klotho.prod.yaml", ConfigurationSources.Overlay("/app/klotho.yaml", "prod"));

    [Fact]
    public void Every_code_of_the_tool_is_used_once_and_has_a_page_with_its_title()
    {
        Assert.Equal(LoadRules.All.Items.Select(rule => rule.Code).Distinct().Order(), LoadRules.All.Items.Select(rule => rule.Code));
        Assert.All(LoadRules.All.Items, rule => Assert.StartsWith($"# {rule.Code}: {rule.Title}\n", Repository.Read(rule.DocsPage), StringComparison.Ordinal));
        Assert.Equal(
            LoadRules.All.Items.Select(rule => rule.DocsPage),
            Repository.Files("docs/diagnostics", ".md").Where(page => page.Contains("/KL0", StringComparison.Ordinal)));
    }
}
