using System.Diagnostics;
using System.Globalization;

namespace Klotho.Benchmarks.Compile;

/// <summary>Runs a process to its end and takes the time of it.</summary>
internal static class TimedProcess
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(10);

    public static async Task<TimeSpan> RunAsync(string directory, params string[] command) => (await MeasureAsync(directory, null, command)).Cost.Time;

    /// <param name="directory">Where it runs.</param>
    /// <param name="cache">Where klotho keeps what it found out.</param>
    /// <param name="command">The command and its arguments.</param>
    public static async Task<TimeSpan> RunAsync(string directory, DirectoryInfo cache, params string[] command) => (await MeasureAsync(directory, cache, command)).Cost.Time;

    public static async Task<string> OutputAsync(string directory, params string[] command) => (await MeasureAsync(directory, null, command)).Output;

    public static async Task<(ProcessCost Cost, string Output)> MeasureAsync(string directory, DirectoryInfo? cache, string[] command)
    {
        var clock = Stopwatch.StartNew();
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
        var output = process.StandardOutput.ReadToEndAsync();
        var (peak, end) = (0L, process.WaitForExitAsync());
        while (await Task.WhenAny(end, Task.Delay(BetweenLooks)) != end)
        {
            peak = Math.Max(peak, await PeakOfAsync(process.Id));
        }

        var cost = new ProcessCost(clock.Elapsed, peak);

        // A figure of something that failed would be worth nothing.
        return process.ExitCode == 0
            ? (cost, await output)
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}:\n{await output}\n{await error}");
    }

    /// <summary>The kernel keeps the most that there was, so that a look now and then misses only what came after the last.</summary>
    private static async Task<long> PeakOfAsync(int process)
    {
        try
        {
            var line = (await File.ReadAllLinesAsync($"/proc/{process}/status")).FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024;
        }
        catch (IOException)
        {
            // It has ended, or this is no Linux.
            return 0;
        }
    }
}
