using System.ComponentModel;
using System.Diagnostics;

namespace Klotho.Cli.Processes;

/// <summary>Runs a command to its end. If that is cancelled, the command and what it started are killed.</summary>
internal static class CommandProcess
{
    /// <summary>The exit code that stands for a command that is not there, as shells have it.</summary>
    public const int NotFound = 127;

    public static async Task<ProcessOutcome> RunAsync(
        string file,
        IEnumerable<string> arguments,
        string directory,
        CancellationToken cancel,
        IReadOnlyDictionary<string, string>? environment = null,
        Action<string>? onLine = null)
    {
        using var process = new Process { StartInfo = Describe(file, arguments, directory, environment) };
        var lines = new List<string>();
        process.OutputDataReceived += (_, received) => Keep(received.Data);
        process.ErrorDataReceived += (_, received) => Keep(received.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            return new(NotFound, [missing.Message]);
        }

        await WaitAsync(process, cancel);
        return new(process.ExitCode, lines);

        void Keep(string? line)
        {
            if (line is null)
            {
                return;
            }

            lock (lines)
            {
                lines.Add(line);
                onLine?.Invoke(line);
            }
        }
    }

    private static async Task WaitAsync(Process process, CancellationToken cancel)
    {
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await using (cancel.Register(() => process.Kill(entireProcessTree: true)))
        {
            await process.WaitForExitAsync(CancellationToken.None);
        }

        cancel.ThrowIfCancellationRequested();
    }

    private static ProcessStartInfo Describe(
        string file, IEnumerable<string> arguments, string directory, IReadOnlyDictionary<string, string>? environment)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return start;
    }
}
