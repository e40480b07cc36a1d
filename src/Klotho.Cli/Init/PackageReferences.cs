using System.Xml;
using System.Xml.Linq;
using Klotho.Cli.Loading;
using Klotho.Cli.Pipeline;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Cli.Init;

/// <summary>The reference to the runtime's package, and its version where versions stand in one place.</summary>
internal static class PackageReferences
{
    private const string Package = "Klotho.Runtime";

    public static IEnumerable<InitProposal> Of(LoadedProject project, string version)
    {
        if (project.App.ReferencedAssemblyNames.Any(reference => reference.Name == Package))
        {
            yield break;
        }

        var central = project.Projects.Where(facts => facts.Project == project.ProjectFile).SelectMany(facts => facts.Imports)
            .FirstOrDefault(file => Utf8File.Read(file).Text?.Contains("<PackageVersion ", StringComparison.Ordinal) == true);
        var why = $"the package {Package} {version}";
        if (Utf8File.Read(project.ProjectFile).Text is { } text)
        {
            yield return InitProposal.Of(project.ProjectFile, text, [Insertion(project.ProjectFile, text, "PackageReference", central is null ? version : null, why)]);
        }

        if (central is not null && Utf8File.Read(central).Text is { } versions)
        {
            yield return InitProposal.Of(central, versions, [Insertion(central, versions, "PackageVersion", version, why)]);
        }
    }

    /// <summary>Beside the first of its kind, or in a group of its own at the end.</summary>
    public static TextInsertion Insertion(string file, string text, string element, string? version, string why)
    {
        var item = $"<{element} Include=\"{Package}\"{(version is null ? "" : $" Version=\"{version}\"")} />";
        var document = XDocument.Parse(text, LoadOptions.SetLineInfo);
        var lines = SourceText.From(text).Lines;
        if (document.Descendants(element).FirstOrDefault() is IXmlLineInfo first)
        {
            var line = lines[first.LineNumber - 1];
            var shown = line.ToString();
            return new(file, line.Start + shown.Length - shown.TrimStart().Length, $"{item}\n{shown[..^shown.TrimStart().Length]}", why);
        }

        return new(file, text.LastIndexOf("</Project>", StringComparison.Ordinal), $"  <ItemGroup>\n    {item}\n  </ItemGroup>\n", why);
    }
}
