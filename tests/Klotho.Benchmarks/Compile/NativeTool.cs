using System.Runtime.InteropServices;

namespace Klotho.Benchmarks.Compile;

/// <summary>The tool as its package for this platform holds it. It is made where it is measured: it takes a minute or two.</summary>
internal static class NativeTool
{
    /// <returns>The executable.</returns>
    public static async Task<string> PublishAsync()
    {
        var artifacts = Path.Combine(Repository.Root, "tests", "Klotho.Benchmarks", "obj", "tool");
        var platform = RuntimeInformation.RuntimeIdentifier;
        await TimedProcess.OutputAsync(
            Path.Combine(Repository.Root, "src", "Klotho.Cli"), "dotnet", "publish", "-c", "Release", "-r", platform, "--artifacts-path", artifacts, "-p:RunAnalyzers=false", "-v", "q", "-nologo");
        return Path.Combine(artifacts, "publish", "Klotho.Cli", $"release_{platform}", OperatingSystem.IsWindows() ? "klotho.exe" : "klotho");
    }
}
