using System.Diagnostics;

namespace Klotho.Benchmarks.Compile;

/// <summary>Runs a process to its end and takes the time of it.</summary>
internal static class TimedProcess
{
    public static async Task<TimeSpan> RunAsync(string directory, params string[] command)
    {
        var clock = Stopwatch.StartNew();
        await OutputAsync(directory, command);
        return clock.Elapsed;
    }

    /// <param name="directory">Where it runs.</param>
    /// <param name="cache">Where klotho keeps what it found out.</param>
    /// <param name="command">The command and its arguments.</param>
    public static async Task<TimeSpan> RunAsync(string directory, DirectoryInfo cache, params string[] command)
    {
        var clock = Stopwatch.StartNew();
        await OutputAsync(directory, cache, command);
        return clock.Elapsed;
    }

    public static Task<string> OutputAsync(string directory, params string[] command) => OutputAsync(directory, null, command);

    private static async Task<string> OutputAsync(string directory, DirectoryInfo? cache, string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // A server that outlives its starter holds the starter's output open, and nobody would see the end of it.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["KLOTHO_CACHE"] = cache?.FullName ?? "off";
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{command[0]} did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();

        // A figure of something that failed would be worth nothing.
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}:\n{output}\n{await error}");
    }
}
