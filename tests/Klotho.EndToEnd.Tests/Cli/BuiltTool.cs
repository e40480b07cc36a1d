using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The tool as the build of these tests published it, started as a process.</summary>
internal static class BuiltTool
{
    private static readonly AsyncLocal<string?> Chosen = new();
    private static readonly IReadOnlyList<string> Built = [.. new[] { Fact("Tool"), "ready_to_run" }.Distinct()];

    public static string Repository { get; } = Fact("Repository");

    public static string Configuration { get; } = Fact("Configuration");

    /// <summary>
    /// The tool of most platforms and that of the others, for tests of the main paths, which run with each: natively compiled, and
    /// compiled ahead of time for a runtime. After a build with KlothoTool=ready_to_run the latter alone, for all tests.
    /// </summary>
    public static TheoryData<string> Kinds => [.. Built];

    /// <summary>The tool that the test which is running starts.</summary>
    public static string ToolPath => Path.Combine(Fact("Tools"), Chosen.Value ?? Fact("Tool"), "run", "klotho");

    /// <summary>Where the tool of most tests was built, to be packed from.</summary>
    public static string Artifacts { get; } = Path.Combine(Fact("Tools"), Fact("Tool"));

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

    /// <summary>Has the rest of this test start one of <see cref="Kinds"/>; where there is no such one, the test goes on with the other.</summary>
    public static void Use(string kind) => Chosen.Value = Built.Contains(kind) ? kind : null;

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
    public static ToolResult RunOnTerminal(string directory, string typed, params string[] arguments) => RunOnTerminal(directory, [], typed, arguments);

    /// <inheritdoc cref="RunOnTerminal(string, string, string[])"/>
    public static ToolResult RunOnTerminal(string directory, Dictionary<string, string> environment, string typed, params string[] arguments)
    {
        var process = Start(["script", "-qec", $"'{ToolPath}' {string.Join(' ', arguments)}", "/dev/null"], directory, environment, []);
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
