using System.Text.Json;

namespace Klotho.Benchmarks.Peers;

/// <summary>A package that npm installed.</summary>
internal static class NpmPackage
{
    public static bool IsInstalled(string folder, string package) => File.Exists(Description(folder, package));

    public static string Version(string folder, string package)
    {
        using var description = JsonDocument.Parse(File.ReadAllText(Description(folder, package)));
        return description.RootElement.GetProperty("version").GetString() ?? "";
    }

    private static string Description(string folder, string package) => Path.Combine(folder, "node_modules", package, "package.json");
}
