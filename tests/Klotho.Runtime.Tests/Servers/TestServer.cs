using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Klotho.Runtime.Tests.Servers;

/// <summary>A real server from the distribution's packages on a free port of loopback. It ends with the tests, however they end.</summary>
internal sealed class TestServer : IDisposable
{
    // Held for as long as the tests run: its end closes the server's standard input, which ends the server.
    private readonly Process _process;

    private TestServer(Process process, int port) => (_process, Port) = (process, port);

    public int Port { get; }

    public void Dispose() => _process.StandardInput.Close();

    /// <param name="kind">What <c>server.sh</c> calls it.</param>
    /// <param name="package">The package that has it.</param>
    /// <param name="answers">Whether the server at a port answers.</param>
    public static async Task<TestServer> StartAsync(string kind, string package, Func<int, Task<bool>> answers)
    {
        var port = FreePort();
        var process = Process.Start(new ProcessStartInfo("sh", [Path.Combine(AppContext.BaseDirectory, "server.sh"), kind, $"{port}"])
        {
            RedirectStandardInput = true,
            RedirectStandardError = true,
        }) ?? throw new InvalidOperationException("sh did not start.");
        var said = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            lock (said)
            {
                said.Add(line.Data ?? "");
            }
        };
        process.BeginErrorReadLine();
        var patience = Stopwatch.StartNew();
        while (!await answers(port))
        {
            if (process.HasExited || patience.Elapsed > TimeSpan.FromMinutes(2))
            {
                lock (said)
                {
                    throw new InvalidOperationException(
                        $"These tests run against a real server, which did not start: install {package} (apt-get install {package}). It said: {string.Join('\n', said)}");
                }
            }

            await Task.Delay(50);
        }

        return new(process, port);
    }

    /// <summary>A port on which nobody listens.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
