using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The tool as the build of these tests published it, started as a process.</summary>
internal static class BuiltTool
{
    public static string Repository { get; } = Fact("Repository");

    public static string Configuration { get; } = Fact("Configuration");

    public static string ToolPath { get; } = Fact("Tool");

    /// <summary>Where it was built, to be packed from.</summary>
    public static string Artifacts { get; } = Fact("ToolArtifacts");

    /// <summary>What makes it native or not.</summary>
    public static IReadOnlyList<string> BuildOptions { get; } = Fact("ToolOptions").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static string Platform { get; } = Fact("Platform");

    /// <summary>The host that runs the tests, so that a test may change the PATH.</summary>
    public static string DotnetPath { get; } = Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    /// <summary>Where an executable that is not native looks for the runtime.</summary>
    public static string DotnetFolder { get; } = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));

    public static string RuntimePath { get; } = Output("Klotho.Runtime", "net10.0", "Klotho.Runtime.dll");

    /// <summary>What the runtime's package adds to the projects that use it.</summary>
    public static string RuntimeProps { get; } = Path.Combine(Repository, "src", "Klotho.Runtime", "build", "Klotho.Runtime.props");

    public static string GeneratorPath { get; } = Output("Klotho.Analysis", "netstandard2.0", "Klotho.Analysis.dll");

    /// <summary>Names the folder in which the tool keeps what it found out.</summary>
    public const string CacheVariable = "KLOTHO_CACHE";

    /// <summary>What a run of the tests keeps is its own: neither the user's folder nor an earlier run decides anything.</summary>
    public static string Cache { get; } = Directory.CreateTempSubdirectory("klotho-cache-").FullName;

    public static ToolResult Run(string directory, params string[] arguments) => Run(directory, [], arguments);

    public static ToolResult Run(string directory, Dictionary<string, string> environment, params string[] arguments) =>
        Await(Start(directory, environment, arguments), arguments);

    /// <summary>As it is on a platform for which there is no package of its own: compiled by the runtime as it runs.</summary>
    public static ToolResult RunPortable(string directory, params string[] arguments) =>
        Await(Start([DotnetPath, Output("Klotho.Cli", "net10.0", "klotho.dll")], directory, [], arguments), arguments);

    // Started in the background of a script, a process ignores Ctrl-C and so do its children; env undoes that.
    public static Process Start(string directory, Dictionary<string, string> environment, params string[] arguments) =>
        Start(OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", ToolPath] : [ToolPath], directory, environment, arguments);

    /// <summary>As a person starts it: on a terminal, where it may ask.</summary>
    /// <param name="directory">Where.</param>
    /// <param name="typed">What the person answers.</param>
    /// <param name="arguments">The arguments, none with a space.</param>
    public static ToolResult RunOnTerminal(string directory, string typed, params string[] arguments)
    {
        var process = Start(["script", "-qec", $"'{ToolPath}' {string.Join(' ', arguments)}", "/dev/null"], directory, [], []);
        process.StandardInput.WriteLine(typed);
        process.StandardInput.Flush();
        return Await(process, arguments);
    }

    private static ToolResult Await(Process started, string[] arguments)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromMinutes(5)), $"klotho {string.Join(' ', arguments)} does not end");
        var result = new ToolResult(process.ExitCode, output.Result, error.Result);
        Assert.True(DocumentedExitCodes.Allow(arguments.FirstOrDefault(), process.ExitCode), $"docs/cli.md knows no such end of '{arguments.FirstOrDefault()}': {result.Everything}");
        return result;
    }

    private static Process Start(string[] command, string directory, Dictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(command[0], [.. command[1..], .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            // Nobody types: who asks gets no answer, but for what a test writes.
            RedirectStandardInput = true,
        };
        start.Environment[CacheVariable] = Cache;
        start.Environment["DOTNET_ROOT"] = DotnetFolder;
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The tool did not start.");
    }

    private static string Output(string project, string framework, string file) =>
        Path.Combine(Repository, "src", project, "bin", Configuration, framework, file);

    private static string Fact(string name) =>
        typeof(BuiltTool).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(fact => fact.Key == name).Value ?? "";
}
