using System.Collections.Concurrent;
using System.Diagnostics;

namespace Klotho.EndToEnd.Tests.SearchTheDeck;

/// <summary>The built sample as a process of its own.</summary>
internal sealed class DeckProcess : IAsyncDisposable
{
    private const string Listening = "Now listening on: ";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private DeckProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The sample ended by itself:\n{Output}"));
    }

    public HttpClient Http { get; } = new() { Timeout = TimeSpan.FromSeconds(60) };

    public string Output => string.Join('\n', _lines);

    public static string SampleFolder => Path.Combine(Checkout.Root, "samples", "SearchTheDeck");

    /// <param name="settings">Environment variables; a null value takes one away.</param>
    public static Task<DeckProcess> StartAsync(params (string Name, string? Value)[] settings) =>
        StartProgramAsync("SearchTheDeck.dll", SampleFolder, settings);

    /// <summary>Another program that was built with the tests.</summary>
    public static async Task<DeckProcess> StartProgramAsync(string assembly, string folder, params (string Name, string? Value)[] settings)
    {
        var process = Start(assembly, folder, settings);
        process.Http.BaseAddress = await process._address.Task.WaitAsync(StartLimit);
        return process;
    }

    /// <summary>A program that does not listen: a function, which asks for what it is to do.</summary>
    public static DeckProcess Start(string assembly, string folder, params (string Name, string? Value)[] settings)
    {
        var start = new ProcessStartInfo(Programs.Dotnet, [Path.Combine(AppContext.BaseDirectory, assembly), "--urls", "http://127.0.0.1:0"])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        var process = new DeckProcess(start);
        process._process.Start();
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>Waits for a process that ends by itself; its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(StartLimit);
        return _process.ExitCode;
    }

    /// <summary>Ends it as those do who run processes for others, and waits until it has let go of what it had in hand.</summary>
    public async Task StopAsync()
    {
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        _lines.Enqueue(line);
        var position = line.IndexOf(Listening, StringComparison.Ordinal);
        if (position >= 0)
        {
            _address.TrySetResult(new Uri(line[(position + Listening.Length)..].Trim()));
        }
    }
}
