using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>The host application as a process of its own.</summary>
internal sealed partial class HostProcess : IAsyncDisposable
{
    private readonly Process _process;

    private HostProcess(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        Http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    /// <summary>The most memory that the process ever had, in bytes.</summary>
    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static async Task<HostProcess> StartAsync(params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Klotho.Runtime.Tests.Host.dll")])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("The host did not start.");
        var printed = new List<string>();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            printed.Add(line);
            if (Listening().Match(line) is { Success: true } match)
            {
                // Read on, or the process blocks when the pipe is full.
                _ = process.StandardOutput.ReadToEndAsync();
                return new HostProcess(process, new Uri(match.Groups["address"].Value));
            }
        }

        throw new InvalidOperationException($"The host ended before it listened: {string.Join('\n', printed)}");
    }

    /// <summary>Ends the process as a crash does: SIGKILL, nothing is run down.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"Now listening on: (?<address>http://\S+)")]
    private static partial Regex Listening();
}
