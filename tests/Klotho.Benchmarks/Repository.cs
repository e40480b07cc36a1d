using System.Reflection;

namespace Klotho.Benchmarks;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    /// <summary>The analyzer and source generator, as the runtime's package brings it along.</summary>
    public static string Analyzer => Path.Combine(Root, "src", "Klotho.Analysis", "bin", Configuration, "netstandard2.0", "Klotho.Analysis.dll");

    private static string Configuration =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(data => data.Key == "Configuration").Value ?? "Debug";

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Klotho.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("Klotho.sln is in no directory above.");
    }
}
