using System.Diagnostics;
using System.Text.Json;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>
/// Emulators of AWS from npm, started once for all tests and ended with them. The SDK finds them by the settings that anybody
/// would use (<c>AWS_ENDPOINT_URL</c>), so nothing in the runtime knows that it is tested.
/// </summary>
public sealed class AwsEmulators : IAsyncLifetime
{
    public const string Region = "eu-central-1";
    public const string Account = "000000000000";

    private static readonly string[] Packages = ["dynalite@4.0.0", "fauxqs@1.9.2"];

    // Holds the process too: were it collected, its standard input would close, which ends the emulators.
    private static readonly Lazy<Task<(Process Process, Uri Address)>> Started = new(StartAsync);

    // Held for as long as the tests run: its finalizer would close the pipe that keeps it alive.
    private static Process? _process;

    /// <summary>Where SNS, SQS and S3 are.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public async Task InitializeAsync() => Address = (await Started.Value).Address;

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<(Process Process, Uri Address)> StartAsync()
    {
        var folder = await InstallAsync();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "emulators.mjs"), Path.Combine(folder, "emulators.mjs"), overwrite: true);
        var process = _process = Start("node", ["emulators.mjs"], folder);
        var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        if (line is null)
        {
            throw new InvalidOperationException($"The emulators did not start: {await process.StandardError.ReadToEndAsync()}");
        }

        using var ports = JsonDocument.Parse(line);
        var address = new Uri($"http://127.0.0.1:{ports.RootElement.GetProperty("aws").GetInt32()}");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", address.ToString());
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB", $"http://127.0.0.1:{ports.RootElement.GetProperty("dynamodb").GetInt32()}");
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "AKIAEXAMPLE");
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "example");
        Environment.SetEnvironmentVariable("AWS_REGION", Region);
        return (process, address);
    }

    /// <summary>Installs the packages below this project's obj folder, once for each set of versions and whoever runs them.</summary>
    private static async Task<string> InstallAsync()
    {
        var folder = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../Klotho.Runtime.Tests/obj/emulators"));
        var stamp = Path.Combine(folder, "installed.txt");
        var wanted = string.Join(' ', Packages);
        if (!File.Exists(stamp) || await File.ReadAllTextAsync(stamp) != wanted)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, "package.json"), """{"private":true}""");
            using var npm = Start("npm", ["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", .. Packages], folder);
            var said = await Task.WhenAll(npm.StandardOutput.ReadToEndAsync(), npm.StandardError.ReadToEndAsync());
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new InvalidOperationException($"npm could not install {wanted}: {string.Concat(said)}");
            }

            await File.WriteAllTextAsync(stamp, wanted);
        }

        return folder;
    }

    private static Process Start(string program, string[] arguments, string folder)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                // Its end tells the emulators that the tests are over, however they end.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }) ?? throw new InvalidOperationException($"{program} did not start.");
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"These tests run against emulators from npm, and '{program}' is not on the path: install Node 20 or later.", missing);
        }
    }
}
