using System.Text.Json;

namespace Klotho.Cli.Loading;

/// <summary>Where the packages lie that a restore chose. What lies there never changes.</summary>
internal static class PackageFolders
{
    public static IReadOnlyList<string> Of(IEnumerable<ProjectFacts> projects) =>
        [.. projects.Select(project => project.AssetsFile).Where(File.Exists).SelectMany(Read).Distinct(StringComparer.Ordinal)];

    private static List<string> Read(string assets)
    {
        using var stream = File.OpenRead(assets);
        using var document = JsonDocument.Parse(stream);
        return document.RootElement.TryGetProperty("packageFolders", out var folders)
            ? folders.EnumerateObject().Select(folder => folder.Name).ToList()
            : [];
    }
}
