namespace Klotho.Cli.Caching;

/// <summary>Where results that can be had again are kept: by the conventions of the system, or where <c>KLOTHO_CACHE</c> says.</summary>
internal static class CacheFolder
{
    public const string Variable = "KLOTHO_CACHE";

    /// <summary>The value of the variable that keeps nothing.</summary>
    public const string Off = "off";

    /// <summary>An absolute path, or null where nothing is to be kept.</summary>
    public static string? Path() => Path(Environment.GetEnvironmentVariable, OperatingSystem.IsWindows(), OperatingSystem.IsMacOS());

    internal static string? Path(Func<string, string?> variable, bool windows, bool mac)
    {
        if (variable(Variable) is { Length: > 0 } named)
        {
            return named == Off ? null : System.IO.Path.GetFullPath(named);
        }

        return windows ? Below(variable("LOCALAPPDATA"), "klotho", "cache")
            : mac ? Below(variable("HOME"), "Library", "Caches", "klotho")
            : Below(variable("XDG_CACHE_HOME"), "klotho") ?? Below(variable("HOME"), ".cache", "klotho");
    }

    private static string? Below(string? folder, params string[] names) =>
        folder is { Length: > 0 } && System.IO.Path.IsPathFullyQualified(folder) ? System.IO.Path.Combine([folder, .. names]) : null;
}
