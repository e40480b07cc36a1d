using System.Diagnostics;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>The script that makes the secrets, run by a real shell with a kubectl that notes what it is asked.</summary>
public sealed class SecretScriptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("klotho secrets ").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_script_makes_what_is_missing_and_leaves_the_rest()
    {
        var script = EmitCase.Run("ClusterQueue").Output?.Files.Items.Single(file => file.Path.Value == "kubernetes/secrets.sh").Text ?? "";
        await File.WriteAllTextAsync(Path.Combine(_folder, "secrets.sh"), script);
        await File.WriteAllTextAsync(Path.Combine(_folder, "kubectl"), """
            #!/bin/sh
            case "$*" in
              "get namespace app") exit 0 ;;
              *"get secret cluster-rabbitmq") exit 0 ;;
              *"get secret"*) exit 1 ;;
            esac
            for argument in "$@"; do
              case "$argument" in --from-file=*) cp -r "${argument#--from-file=}" "$MADE/$6" ;; esac
            done
            """);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(_folder, "kubectl"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var made = Directory.CreateDirectory(Path.Combine(_folder, "made")).FullName;

        Assert.Equal(0, await RunAsync(made));
        Assert.Equal(["cluster-objects", "payment-key"], Directory.GetDirectories(made).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("from the keyboard", await File.ReadAllTextAsync(Path.Combine(made, "payment-key", "value")));
        var password = await File.ReadAllTextAsync(Path.Combine(made, "cluster-objects", "password"));
        Assert.Matches("^[0-9a-f]{48}$", password);
        Assert.Contains($"aws_secret_access_key = {password}\n", await File.ReadAllTextAsync(Path.Combine(made, "cluster-objects", "credentials")), StringComparison.Ordinal);
    }

    [Fact]
    public void What_stands_elsewhere_has_passwords_that_only_the_operator_knows()
    {
        var script = EmitCase.Run("ClusterElsewhere").Output?.Files.Items.Single(file => file.Path.Value == "kubernetes/secrets.sh").Text ?? "";

        Assert.DoesNotContain("  draw >", script, StringComparison.Ordinal);
        Assert.Equal(4, script.Split("  ask '").Length - 1);
    }

    private async Task<int> RunAsync(string made)
    {
        var start = new ProcessStartInfo("sh", ["secrets.sh"]) { WorkingDirectory = _folder, RedirectStandardInput = true, RedirectStandardError = true };
        start.Environment["PATH"] = $"{_folder}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["MADE"] = made;
        using var process = Process.Start(start) ?? throw new InvalidOperationException("sh did not start.");
        await process.StandardInput.WriteLineAsync("from the keyboard");
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        return process.ExitCode;
    }
}
