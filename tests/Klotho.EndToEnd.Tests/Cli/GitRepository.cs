using System.Diagnostics;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>A repository of a test, with nobody's settings and no network.</summary>
internal sealed class GitRepository
{
    private readonly string folder;

    public GitRepository(string folder)
    {
        this.folder = folder;
        Git("init", "-q", "-b", "main");
        File.WriteAllText(Path.Combine(folder, ".gitignore"), "bin/\nobj/\ncompiled/\n.klotho/\n");
    }

    public GitRepository Commit(string message)
    {
        Git("add", "-A");
        Git("-c", "user.name=test", "-c", "user.email=test@example.org", "commit", "-q", "-m", message);
        return this;
    }

    /// <summary>What changed since the last commit, one file a line.</summary>
    public string Status() => Git("status", "--porcelain");

    public string Git(params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        start.Environment["GIT_CONFIG_SYSTEM"] = "/dev/null";
        using var process = Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"git {string.Join(' ', arguments)}: {output}{error.Result}");
        return output;
    }
}
