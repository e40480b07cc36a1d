using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Pipeline;
using Klotho.Cli.Processes;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Diff;

/// <summary>Takes the lock of a commit out of the local repository: no network, no change of the working tree.</summary>
internal static class GitLock
{
    public static async Task<LockReading> ReadAsync(LockSource current, string since, CancellationToken cancel)
    {
        var inside = await GitAsync(current, cancel, "rev-parse", "--is-inside-work-tree");
        if (inside.ExitCode != 0)
        {
            return Failed(LoadRules.NoRepository.At(FileLocation.Of(current.File), current.Folder, string.Join(' ', inside.Lines).TrimEnd('.') + "."));
        }

        var commit = await GitAsync(current, cancel, "rev-parse", "--verify", "--quiet", "--end-of-options", since + "^{commit}");
        if (commit.ExitCode != 0 || commit.Lines.Count != 1)
        {
            return Failed(LoadRules.NoSuchRef.At(FileLocation.Of(current.File), since));
        }

        var text = await GitAsync(current, cancel, "show", $"{commit.Lines[0]}:./{current.Name}");
        return text.ExitCode != 0
            ? Failed(LoadRules.NoLockAtRef.At(FileLocation.Of(current.File), current.Name, since))
            // No file of the disk: its lines are of another time.
            : LockReader.Run(new SourcePath($"{since}:{current.Name}"), string.Join('\n', text.Lines) + "\n");
    }

    private static Task<ProcessOutcome> GitAsync(LockSource current, CancellationToken cancel, params string[] arguments) =>
        CommandProcess.RunAsync("git", arguments, current.Folder, cancel, new Dictionary<string, string> { ["LC_ALL"] = "C" });

    private static LockReading Failed(KlothoDiagnostic problem) => new(null, LockPlaces.Nowhere, new([problem]));
}
