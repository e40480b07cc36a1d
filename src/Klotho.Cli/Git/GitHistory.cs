using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Processes;

namespace Klotho.Cli.Git;

/// <summary>A commit of the local repository that a folder is in: no network, no change of the working tree.</summary>
/// <param name="folder">The folder, absolute.</param>
/// <param name="top">The folder of the whole repository, absolute.</param>
/// <param name="commit">The commit's hash.</param>
internal sealed class GitHistory(string folder, string top, string commit)
{
    /// <summary>The commit that a reference names, or why there is none.</summary>
    /// <param name="folder">Where to look for the repository.</param>
    /// <param name="since">The name of the commit, as a person gave it.</param>
    /// <param name="asked">The file that a mistake is shown at.</param>
    /// <param name="cancel">Ends git.</param>
    public static async Task<(GitHistory? History, KlothoDiagnostic? Problem)> OpenAsync(string folder, string since, string asked, CancellationToken cancel)
    {
        // The way up instead of the whole path: git would resolve links that the project's paths go through.
        var inside = await RunAsync(folder, cancel, "rev-parse", "--show-cdup");
        if (inside.ExitCode != 0)
        {
            return (null, LoadRules.NoRepository.At(FileLocation.Of(asked), folder, string.Join(' ', inside.Lines).TrimEnd('.') + "."));
        }

        var commit = await RunAsync(folder, cancel, "rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}");
        return commit.ExitCode != 0 || commit.Lines.Count != 1
            ? (null, LoadRules.NoSuchRef.At(FileLocation.Of(asked), since))
            : (new(folder, Path.GetFullPath(Path.Combine(folder, string.Concat(inside.Lines))).TrimEnd('/'), commit.Lines[0]), null);
    }

    /// <summary>The text of a file at the commit, or null where it was not there then.</summary>
    public async Task<string?> TextAsync(string path, CancellationToken cancel)
    {
        var text = await RunAsync(folder, cancel, "show", $"{commit}:./{Path.GetRelativePath(folder, path).Replace('\\', '/')}");
        return text.ExitCode == 0 ? string.Join('\n', text.Lines) + "\n" : null;
    }

    /// <summary>The files, absolute and sorted, that differ between the commit and the working tree; new ones count, ignored ones do not.</summary>
    public async Task<IReadOnlyList<string>> ChangedAsync(CancellationToken cancel)
    {
        var tracked = await RunAsync(top, cancel, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", commit, "--");
        var added = await RunAsync(top, cancel, "ls-files", "--others", "--exclude-standard", "-z");
        return [.. tracked.Lines.Concat(added.Lines).SelectMany(line => line.Split('\0', StringSplitOptions.RemoveEmptyEntries))
            .Select(path => Path.GetFullPath(path, top))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
    }

    private static Task<ProcessOutcome> RunAsync(string folder, CancellationToken cancel, params string[] arguments) =>
        CommandProcess.RunAsync("git", arguments, folder, cancel, new Dictionary<string, string> { ["LC_ALL"] = "C" });
}
