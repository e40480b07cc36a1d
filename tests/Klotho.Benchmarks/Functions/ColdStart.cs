using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.Benchmarks.Functions;

/// <summary>A process from its start to its first answer.</summary>
/// <param name="Milliseconds">How long that took.</param>
/// <param name="Megabytes">What of its memory was in the machine's then.</param>
internal sealed record ColdStart(double Milliseconds, double Megabytes)
{
    private static readonly byte[] Request = Encoding.ASCII.GetBytes("GET /hello/world HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    public static async Task<ColdStart> OnKestrelAsync(ColdApp app)
    {
        var (started, address) = ColdProcess.OnKestrel(app);
        await using var process = started;
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(address);
            }
            catch (SocketException)
            {
                // It does not listen yet. The next look is soon enough not to count.
                await Task.Delay(1);
                continue;
            }

            var stream = client.GetStream();
            await stream.WriteAsync(Request);
            using var answer = new StreamReader(stream);
            var text = await answer.ReadToEndAsync();
            var time = Stopwatch.GetElapsedTime(process.Started).TotalMilliseconds;
            return text.Contains("Hello world", StringComparison.Ordinal) ? new(time, process.ResidentMegabytes) : throw new InvalidOperationException(text);
        }
    }

    public static async Task<ColdStart> OnLambdaAsync(ColdApp app)
    {
        await using var lambda = await LambdaSimulator.StartAsync();
        var answering = lambda.InvokeAsync(LambdaEvents.Request("GET", "/hello/world"));
        await using var process = ColdProcess.OnLambda(app, lambda);
        var answer = await answering;
        var time = Stopwatch.GetElapsedTime(process.Started).TotalMilliseconds;
        return !answer.Failed && answer.Text == "Hello world" ? new(time, process.ResidentMegabytes) : throw new InvalidOperationException(answer.Json.GetRawText());
    }
}
