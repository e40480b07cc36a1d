using System.ComponentModel;
using System.Diagnostics;
using Klotho;

namespace SearchTheDeck.Tools;

/// <summary>
/// A program that does one thing to one file: it gets the file on its standard input and answers on its standard
/// output, so nothing touches the disk, which may be read-only.
/// </summary>
/// <param name="Program">The program's name, looked up on PATH.</param>
/// <param name="DebianPackage">The package that holds it on Debian and Ubuntu.</param>
/// <param name="BrewFormula">The formula that holds it for Homebrew.</param>
public sealed record ExternalTool(string Program, string DebianPackage, string BrewFormula)
{
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(10);

    /// <summary>How long a run may take before it is stopped.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>What to tell a person whose machine lacks the program.</summary>
    public string InstallHint =>
        $"the program '{Program}' is not on PATH: install it with 'apt-get install {DebianPackage}' (Debian, Ubuntu) or 'brew install {BrewFormula}' (macOS)";

    /// <summary>Runs the program and returns what it wrote to standard output.</summary>
    /// <exception cref="RetryLaterException">The program is not installed; the message says what to install.</exception>
    /// <exception cref="ExternalToolException">The program failed, or took longer than <see cref="Timeout"/>.</exception>
    public async Task<byte[]> RunAsync(IEnumerable<string> arguments, Stream input, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Timeout);
        using var process = Start(arguments);
        try
        {
            // All three at once: a full pipe that nobody reads would stop the program for ever.
            var output = ReadAsync(process.StandardOutput.BaseStream, limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await WriteAsync(input, process.StandardInput.BaseStream, limit.Token);
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? await output
                : throw new ExternalToolException($"{Program} ended with exit code {process.ExitCode}: {(await errors).Trim()}");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new ExternalToolException($"{Program} did not end within {Timeout.TotalSeconds:0} s and was stopped.");
        }
        finally
        {
            Stop(process);
        }
    }

    private Process Start(IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(Program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // One thread a picture: units work on several pictures at a time, and tesseract is faster so.
        start.Environment["OMP_THREAD_LIMIT"] = "1";
        try
        {
            return Process.Start(start) ?? throw new ExternalToolException($"{Program} could not be started.");
        }
        catch (Win32Exception notFound)
        {
            throw new RetryLaterException($"The slide waits because {InstallHint}.", RetryDelay, notFound);
        }
    }

    private static async Task WriteAsync(Stream input, Stream pipe, CancellationToken cancel)
    {
        try
        {
            await using (pipe)
            {
                await input.CopyToAsync(pipe, cancel);
            }
        }
        catch (IOException)
        {
            // The program closed its input early; its exit code and what it printed say why.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream pipe, CancellationToken cancel)
    {
        using var buffer = new MemoryStream();
        await pipe.CopyToAsync(buffer, cancel);
        return buffer.ToArray();
    }

    private static void Stop(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }
}
