using System.Diagnostics;
using Klotho.EndToEnd.Tests.Cli;

namespace Klotho.EndToEnd.Tests.Packages;

/// <summary>
/// A library packed as a release packs it, from a copy of the repository that has a remote, against an earlier version that had a type
/// more. The smallest library stands for all: what is looked for comes from the files that all projects share.
/// </summary>
public sealed class ReleaseBuild : IDisposable
{
    public const string Library = "Klotho.Runtime.OpenTelemetry";
    public const string Remote = "https://github.com/example/klotho";
    public const string Gone = "GoneSince";

    private static readonly string[] Copied =
        ["Directory.Build.props", "Directory.Build.targets", "global.json", "LICENSE", "docs/images/icon.png", "src/Packages.props", "src/Klotho.Runtime", $"src/{Library}"];

    private readonly string root = Directory.CreateTempSubdirectory("klotho release ").FullName;

    public ReleaseBuild()
    {
        Directory.CreateDirectory(Repository);
        foreach (var file in Copied.SelectMany(Files))
        {
            var copy = Path.Combine(Repository, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy) ?? Repository);
            File.Copy(Path.Combine(BuiltTool.Repository, file), copy);
        }

        var repository = new GitRepository(Repository).Commit("released");
        repository.Git("remote", "add", "origin", $"{Remote}.git");
        Commit = repository.Git("rev-parse", "HEAD").Trim();

        var earlier = Pack(PackEarlier(), "0.0.9");
        Assert.True(earlier.ExitCode == 0, earlier.Everything);
        Result = Pack(
            Path.Combine(Repository, "src", Library), Version, "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false",
            $"-p:PackageValidationBaselinePath={Package("0.0.9", "nupkg")}");
    }

    public static string Version => "0.1.0";

    /// <summary>The copy from which it was packed.</summary>
    public string Repository => Path.Combine(root, "repository");

    public string Commit { get; }

    /// <summary>How packing ended; the package is there before it is compared with the earlier one.</summary>
    internal ToolResult Result { get; }

    public string Package(string version, string extension) => Path.Combine(root, "feed", $"{Library}.{version}.{extension}");

    public void Dispose() => Directory.Delete(root, recursive: true);

    private static IEnumerable<string> Files(string path)
    {
        var full = Path.Combine(BuiltTool.Repository, path);
        return File.Exists(full)
            ? [path]
            : Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(BuiltTool.Repository, file))
                .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));
    }

    private string PackEarlier()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "earlier")).FullName;
        File.WriteAllText(Path.Combine(folder, $"{Library}.csproj"), "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>");
        File.WriteAllText(Path.Combine(folder, $"{Gone}.cs"), $"namespace Klotho.OpenTelemetry; public static class {Gone};");
        return folder;
    }

    private ToolResult Pack(string project, string version, params string[] options)
    {
        var start = new ProcessStartInfo(Programs.Dotnet, ["pack", project, "-c", "Release", $"-p:Version={version}", "-o", Path.Combine(root, "feed"), "-v:q", "-nologo", .. options])
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.WaitForExit();
        return new(process.ExitCode, output.Result, error.Result);
    }
}
