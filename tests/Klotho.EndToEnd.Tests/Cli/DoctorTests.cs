using System.Text.Json;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>A machine with everything, and one where programs are missing or old: folders that are the whole PATH.</summary>
public sealed class DoctorTests : IDisposable
{
    private static readonly (string Program, string Version)[] Everything =
    [
        ("git", "git version 2.39.5"), ("node", "v20.1.0"), ("npm", "11.0.0"), ("pulumi", "v3.200.0"), ("podman", "podman version 5.0.0"),
    ];

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("klotho-doctor-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void All_is_well_where_all_is_there()
    {
        var result = Run(Everything, ("AWS_PROFILE", "s3cret-profile"), "doctor", "--deploy");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.DoesNotContain("missing", result.Output, StringComparison.Ordinal);
        Assert.Contains("container builder: podman 5.0.0", result.Output, StringComparison.Ordinal);
        Assert.Contains("AWS credentials: from AWS_PROFILE", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(BuiltTool.Kinds), MemberType = typeof(BuiltTool))]
    public void What_is_missing_or_old_is_said_with_what_mends_it(string kind)
    {
        BuiltTool.Use(kind);
        (string, string)[] some = [("git", "git version 2.39.5"), ("node", "v18.4.0"), ("npm", "exit 3")];

        var result = Run(some, ("HOME", folder.FullName), "doctor");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("missing  Node: 18.4.0, but 20.0 or later is needed\n         for static units", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing  npm: 'npm --version' fails with exit code 3\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing  Pulumi CLI: not on the PATH (pulumi)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing  container builder: not on the PATH (docker, podman, buildah)\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("missing  AWS credentials: none found\n", result.Output, StringComparison.Ordinal);
        Assert.Equal(4, Run(some, ("HOME", folder.FullName), "doctor", "--deploy").ExitCode);
    }

    [Fact]
    public void A_program_reads_the_same()
    {
        var result = Run(Everything, ("AWS_PROFILE", "x"), "doctor", "--format", "json");

        using var json = JsonDocument.Parse(result.Output);
        Assert.All(json.RootElement.GetProperty("prerequisites").EnumerateArray(), found => Assert.True(found.GetProperty("isThere").GetBoolean()));
        Assert.Equal(7, json.RootElement.GetProperty("prerequisites").GetArrayLength());
    }

    /// <summary>A shell asks klotho itself: what it offers is what there is.</summary>
    [Fact]
    public void Bash_completes_commands_and_options()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "klotho"), $"#!/bin/sh\nexec '{BuiltTool.ToolPath}' \"$@\"\n");
        File.WriteAllText(Path.Combine(folder.FullName, "completions"), BuiltTool.Run(BuiltTool.Repository, "completions", "bash").Output);
        Executable("klotho");

        Assert.Equal(["compile", "completions", "config"], Complete("klotho co").Order(StringComparer.Ordinal));
        Assert.Equal(["--format"], Complete("klotho plan --fo"));
        Assert.Contains("markdown", Complete("klotho diff --format "));
    }

    private IEnumerable<string> Complete(string line)
    {
        var script = $"""
            PATH='{folder.FullName}':"$PATH"
            . '{Path.Combine(folder.FullName, "completions")}'
            COMP_LINE='{line}'; COMP_POINT={line.Length}; read -ra COMP_WORDS <<< "$COMP_LINE"
            [[ "$COMP_LINE" == *' ' ]] && COMP_WORDS+=('')
            COMP_CWORD=$((${"{"}#COMP_WORDS[@]{"}"} - 1))
            _klotho
            printf '%s\n' "${"{"}COMPREPLY[@]{"}"}"
            """;
        using var bash = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true });
        return bash?.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    private ToolResult Run((string Program, string Version)[] programs, (string Name, string Value) variable, params string[] arguments)
    {
        foreach (var (program, version) in programs)
        {
            File.WriteAllText(
                Path.Combine(folder.FullName, program),
                version.StartsWith("exit ", StringComparison.Ordinal) ? $"#!/bin/sh\n{version}\n" : $"#!/bin/sh\necho '{version}'\n");
            Executable(program);
        }

        return BuiltTool.Run(BuiltTool.Repository, new() { ["PATH"] = folder.FullName, ["DOTNET_HOST_PATH"] = BuiltTool.DotnetPath, ["AWS_ACCESS_KEY_ID"] = "", [variable.Name] = variable.Value }, arguments);
    }

    private void Executable(string program)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(Path.Combine(folder.FullName, program), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
