using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>The commands of docs/ci.md, as its workflows run them: on a branch that changes something, against origin/main.</summary>
public sealed partial class CiPageTests
{
    [Fact]
    public void Every_step_of_the_workflows_works_as_it_is_written()
    {
        using var workspace = new Workspace().WithNotes("app");
        var app = workspace.Path("app");
        var repository = new GitRepository(app);
        File.WriteAllText(Path.Combine(app, ".gitignore"), "bin/\nobj/\n.klotho/\n");
        Assert.Equal(0, BuiltTool.Run(app, "compile", ".", "--quiet").ExitCode);
        repository.Commit("main");
        repository.Git("update-ref", "refs/remotes/origin/main", "main");
        repository.Git("switch", "-q", "-c", "more");
        workspace.With("app/Program.cs", Workspace.NotesProgram.Replace("app.Run();", "app.MapGet(\"/more\", () => \"more\");\napp.Run();", StringComparison.Ordinal));
        Assert.Equal(0, BuiltTool.Run(app, "compile", ".", "--quiet").ExitCode);
        repository.Commit("more");

        var steps = Steps().ToList();

        Assert.Equal(9, steps.Count);
        Assert.All(steps.Distinct(), step => Run(workspace, app, step));
        Assert.Contains("GET /more", File.ReadAllText(Path.Combine(app, "klotho-diff.md")), StringComparison.Ordinal);
        Assert.Contains("\"version\": \"2.1.0\"", File.ReadAllText(Path.Combine(app, "klotho.sarif")), StringComparison.Ordinal);
    }

    private static IEnumerable<string> Steps() => Step.Matches(File.ReadAllText(Path.Combine(BuiltTool.Repository, "docs", "ci.md"))).Select(match => match.Groups[1].Value);

    private static void Run(Workspace workspace, string app, string step)
    {
        workspace.With("bin/klotho", $"#!/bin/sh\nexec '{BuiltTool.ToolPath}' \"$@\"\n");
        var start = new ProcessStartInfo("bash", ["-c", $"chmod +x '{workspace.Path("bin/klotho")}'; PATH='{workspace.Path("bin")}':\"$PATH\"; {step}"])
        {
            WorkingDirectory = app,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["KLOTHO_CACHE"] = workspace.Path("cache");
        using var process = Process.Start(start) ?? throw new InvalidOperationException("bash did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{step}: {process.ExitCode} {output}{error.Result}");
    }

    /// <summary>A line of a workflow that starts klotho; sentences and tables have it in backticks.</summary>
    [GeneratedRegex(@"^ +(?:- )?(?:run: |script: |- )?(klotho .+)$", RegexOptions.Multiline)]
    private static partial Regex Step { get; }
}
