using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>Documents do not point into the void.</summary>
public sealed partial class DocumentConventions
{
    private static IEnumerable<string> Documents =>
        Repository.Files("docs", ".md").Concat(Repository.Files("samples", ".md")).Append("README.md");

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading() =>
        Assert.Empty(Documents.SelectMany(document => Link().Matches(WithoutCode(Repository.Read(document)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal))
            .Where(target => !Exists(document, target))
            .Select(target => $"{document} → {target}")));

    [Fact]
    public void The_documents_that_contributors_start_from_exist() =>
        Assert.All(
            ["README.md", "docs/architecture.md", "docs/vocabulary.md", "docs/klotho-yaml.md", "docs/cli.md", "docs/contributing.md", "docs/dependencies.md"],
            document => Assert.True(File.Exists(Path.Combine(Repository.Root, document)), document));

    [Fact]
    public void Every_package_is_used_and_has_a_reason()
    {
        var versions = Includes(Repository.Read("src/Packages.props"), "PackageVersion").ToList();
        var used = new[] { "src", "tests", "samples" }
            .SelectMany(folder => Repository.Files(folder, ".csproj"))
            .SelectMany(project => Includes(Repository.Read(project), "PackageReference"));

        Assert.Equal(versions.Order(StringComparer.Ordinal), used.Distinct().Order(StringComparer.Ordinal));
        Assert.All(versions, package => Assert.Contains(package, Repository.Read("docs/dependencies.md"), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Includes(string project, string element) =>
        XDocument.Parse(project).Descendants(element).Select(item => (string?)item.Attribute("Include") ?? "");

    private static bool Exists(string document, string target)
    {
        var parts = target.Split('#', 2);
        var folder = Path.GetDirectoryName(document) ?? "";
        var path = parts[0].Length == 0 ? document : Path.GetFullPath(Path.Combine(Repository.Root, folder, parts[0]));
        path = Path.Combine(Repository.Root, path);

        return Directory.Exists(path) ||
            (File.Exists(path) && (parts.Length == 1 || Headings(File.ReadAllText(path)).Contains(parts[1])));
    }

    private static IEnumerable<string> Headings(string text) =>
        Heading().Matches(WithoutCode(text)).Select(match =>
            NotInAnchor().Replace(match.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'));

    private static string WithoutCode(string text) => Fence().Replace(text, "");

    [GeneratedRegex(@"\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor();

    [GeneratedRegex(@"^```.*?^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
