using System.Collections;

namespace Klotho.Cli.Loading;

/// <summary>The environment as project files see it: each variable is a property to them, whatever its case.</summary>
internal static class EnvironmentVariables
{
    /// <summary>Those of the variables that have one of the names, and those that steer MSBuild, NuGet or .NET whoever names them.</summary>
    public static IReadOnlyDictionary<string, string> Named(IReadOnlyList<string> names)
    {
        var named = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(entry => (Name: (string)entry.Key, Value: entry.Value as string ?? ""))
            .Where(variable => named.Contains(variable.Name) || Steers(variable.Name))
            .OrderBy(variable => variable.Name, StringComparer.Ordinal)
            .ToDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);
    }

    private static bool Steers(string name) =>
        name.StartsWith("DOTNET", StringComparison.OrdinalIgnoreCase) ||
        name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) ||
        name.StartsWith("NUGET", StringComparison.OrdinalIgnoreCase);
}
