using System.Xml.Linq;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>What is published says what it is, and belongs together.</summary>
public sealed class PackageConventions
{
    [Fact]
    public void Every_package_has_a_page_of_its_own_that_begins_with_its_name() =>
        Assert.All(Packages().ToList(), project =>
        {
            var name = (string?)XDocument.Parse(Repository.Read(project)).Descendants("PackageId").FirstOrDefault() ?? Path.GetFileNameWithoutExtension(project);
            Assert.StartsWith($"# {name}\n", Repository.Read($"{Path.GetDirectoryName(project)}/README.md"), StringComparison.Ordinal);
        });

    /// <summary>Templates are not built with the packages that they name.</summary>
    [Fact]
    public void Templates_ask_for_the_version_that_is_built()
    {
        var version = XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version").First().Value;
        var projects = Repository.Files("templates", ".csproj").Where(project => project.Contains('/', StringComparison.Ordinal) && project.Split('/').Length > 2).ToList();

        Assert.Equal(2, projects.Count);
        Assert.All(projects, project => Assert.Contains($"<PackageReference Include=\"Klotho.Runtime\" Version=\"{version}\" />", Repository.Read(project), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Packages() => Repository.Files("src", ".csproj").Concat(Repository.Files("templates", ".csproj"))
        .Where(project => Repository.Read(project).Contains("<IsPackable>true</IsPackable>", StringComparison.Ordinal));
}
