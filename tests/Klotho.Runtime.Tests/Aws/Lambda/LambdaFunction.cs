using System.Diagnostics;
using System.Globalization;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>The host application as a function: a process that Lambda has started.</summary>
internal sealed class LambdaFunction : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;

    private LambdaFunction(LambdaSimulator lambda, Process process)
    {
        (Lambda, _process) = (lambda, process);
        _output = process.StandardOutput.ReadToEndAsync();
        _ = process.StandardError.ReadToEndAsync();
    }

    public LambdaSimulator Lambda { get; }

    public static async Task<LambdaFunction> StartAsync(params (string Key, string Value)[] settings) => Start(await LambdaSimulator.StartAsync(), settings);

    public static LambdaFunction Start(LambdaSimulator lambda, params (string Key, string Value)[] settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Klotho.Runtime.Tests.Host.dll")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.Environment["AWS_LAMBDA_RUNTIME_API"] = lambda.Address;
        start.Environment["AWS_REGION"] = "eu-central-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = "none";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "none";
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new LambdaFunction(lambda, Process.Start(start) ?? throw new InvalidOperationException("The function did not start."));
    }

    /// <summary>Ends the process as Lambda does, which sends SIGTERM only where an extension is registered; what it leaves for the end, half a second, is not measured.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", [Lambda.SendsSignal ? "-TERM" : "-KILL", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits for the end of the process; its exit code and what it printed.</summary>
    public async Task<(int Code, string Output)> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return (_process.ExitCode, await _output);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        await Lambda.DisposeAsync();
    }
}
