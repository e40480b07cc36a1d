using System.Diagnostics;

namespace Klotho.Benchmarks.Editing;

/// <summary>Starts the tool as a process that stays.</summary>
internal static class StayingTool
{
    public static Process Start(string tool, string folder, string cache, params string[] arguments)
    {
        var start = new ProcessStartInfo(tool, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KLOTHO_CACHE"] = cache;
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");

        // A pipe that nobody reads is full at some time, and then the process stands still.
        process.ErrorDataReceived += (_, line) => Trace.WriteLine(line.Data);
        process.BeginErrorReadLine();
        return process;
    }
}
