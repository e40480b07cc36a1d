using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Klotho.Runtime.Tests.Aws.Lambda;

namespace Klotho.Benchmarks.Functions;

/// <summary>A process of an application that has just been started.</summary>
internal sealed class ColdProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ColdProcess(ColdApp app, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo("dotnet", [app.Program]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        Started = Stopwatch.GetTimestamp();
        _process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        _ = _process.StandardOutput.ReadToEndAsync();
        _ = _process.StandardError.ReadToEndAsync();
    }

    /// <summary>When it was started.</summary>
    public long Started { get; }

    /// <summary>What of its memory is in the machine's.</summary>
    public double ResidentMegabytes
    {
        get
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <returns>The process and where it will listen.</returns>
    public static (ColdProcess Process, IPEndPoint Address) OnKestrel(ColdApp app)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var address = (IPEndPoint)free.LocalEndpoint;
        free.Stop();
        return (new ColdProcess(app, new() { ["ASPNETCORE_URLS"] = $"http://{address}" }), address);
    }

    public static ColdProcess OnLambda(ColdApp app, LambdaSimulator lambda) => new(app, new()
    {
        ["AWS_LAMBDA_RUNTIME_API"] = lambda.Address,
        ["AWS_REGION"] = "eu-central-1",
        ["AWS_ACCESS_KEY_ID"] = "none",
        ["AWS_SECRET_ACCESS_KEY"] = "none",
        ["Klotho__Deployed"] = "true",
        ["Klotho__Unit"] = "main",
        ["Klotho__Persist__notes"] = "dynamodb://notes",
        ["Klotho__PubSub__noted"] = "sns://arn:aws:sns:eu-central-1:123456789012:noted",
    });

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
