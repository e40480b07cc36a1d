namespace Klotho.EndToEnd.Tests;

/// <summary>The programs that tests start and the Debian packages that hold them.</summary>
internal static class Programs
{
    private static readonly Dictionary<string, string> Packages = new(StringComparer.Ordinal)
    {
        ["chromium"] = "chromium",
        ["cwebp"] = "webp",
        ["npm"] = "nodejs npm",
        ["redis-server"] = "redis-server",
        ["script"] = "bsdutils",
        ["tesseract"] = "tesseract-ocr",
    };

    /// <summary>The program that runs these tests, so that it is found whatever PATH a test sets.</summary>
    public static string Dotnet { get; } = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? Find("dotnet") ?? "dotnet";

    /// <summary>Where a program is that the test's <see cref="NeedsFactAttribute"/> names.</summary>
    public static string Path(string name) => Find(name) ?? throw new InvalidOperationException(HowToInstall([name]));

    /// <summary>Why tests that need these programs cannot run here, or null where all are there.</summary>
    public static string? WhyNot(IEnumerable<string> names) =>
        names.Where(name => Find(name) is null).ToList() is { Count: > 0 } missing ? HowToInstall(missing) : null;

    private static string HowToInstall(IReadOnlyList<string> missing) =>
        $"Not on the PATH: {string.Join(", ", missing)}. Install with: apt-get install {string.Join(' ', missing.Select(name => Packages[name]))} (.ci/run does so).";

    private static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator)
        .Select(folder => System.IO.Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);
}
