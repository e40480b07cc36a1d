using System.Text.Json;

namespace Klotho.Benchmarks.Compile;

/// <summary>The C# compiler's own command for a project, as the SDK would give it, writing to a folder of ours.</summary>
internal sealed class CscCommand(string compiler, string project, string responseFile)
{
    public async Task<TimeSpan> RunColdAsync() => (await MeasureColdAsync()).Time;

    public async Task<ProcessCost> MeasureColdAsync() =>
        (await TimedProcess.MeasureAsync(project, null, ["dotnet", compiler, "/noconfig", "@" + responseFile])).Cost;

    /// <summary>What a build does: a small process hands the work to one that stays. The first call starts that one.</summary>
    public Task<TimeSpan> RunWarmAsync() =>
        TimedProcess.RunAsync(project, "dotnet", compiler, "/shared", "/noconfig", "@" + responseFile);

    public static async Task<CscCommand> ForAsync(string project, string scratch)
    {
        // The properties that make the SDK tell its command line instead of running it.
        var json = await TimedProcess.OutputAsync(
            project,
            "dotnet",
            "msbuild",
            "-nologo",
            "-t:Compile",
            "-p:ProvideCommandLineArgs=true",
            "-p:SkipCompilerExecution=true",
            "-p:NonExistentFile=__NonExistentSubDir__/__NonExistentFile__",
            "-getItem:CscCommandLineArgs",
            "-getProperty:RoslynTargetsPath");
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        var arguments = root.GetProperty("Items").GetProperty("CscCommandLineArgs").EnumerateArray()
            .Select(item => item.GetProperty("Identity").GetString() ?? "")
            .Where(argument => argument != "/noconfig" && !IsOutput(argument))
            .Select(Quoted)
            // Style checks are no part of the job that is compared.
            .Append("/skipanalyzers+")
            .Append($"/out:\"{Path.Combine(scratch, "out.dll")}\"");
        var compiler = Path.Combine(root.GetProperty("Properties").GetProperty("RoslynTargetsPath").GetString() ?? "", "bincore", "csc.dll");

        var responseFile = Path.Combine(scratch, "csc.rsp");
        await File.WriteAllLinesAsync(responseFile, arguments);
        return new(compiler, project, responseFile);
    }

    private static bool IsOutput(string argument) =>
        argument.StartsWith("/out:", StringComparison.Ordinal) ||
        argument.StartsWith("/refout:", StringComparison.Ordinal) ||
        argument.StartsWith("/doc:", StringComparison.Ordinal) ||
        argument.StartsWith("/generatedfilesout:", StringComparison.Ordinal);

    private static string Quoted(string argument) =>
        argument.Contains(' ', StringComparison.Ordinal) && !argument.Contains('"', StringComparison.Ordinal) ? $"\"{argument}\"" : argument;
}
