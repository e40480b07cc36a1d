using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;
using Klotho.Cli.Pipeline;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Git;

/// <summary>Takes the lock of a commit out of the local repository.</summary>
internal static class GitLock
{
    public static async Task<LockReading> ReadAsync(LockSource current, string since, CancellationToken cancel)
    {
        var (history, problem) = await GitHistory.OpenAsync(current.Folder, since, current.File, cancel);
        return history is not null ? await ReadAsync(history, current, since, cancel) : Failed(problem);
    }

    public static async Task<LockReading> ReadAsync(GitHistory history, LockSource current, string since, CancellationToken cancel) =>
        await history.TextAsync(current.File, cancel) is { } text
            // No file of the disk: its lines are of another time.
            ? LockReader.Run(new($"{since}:{current.Name}"), text)
            : Failed(LoadRules.NoLockAtRef.At(FileLocation.Of(current.File), current.Name, since));

    private static LockReading Failed(KlothoDiagnostic? problem) => new(null, LockPlaces.Nowhere, problem is null ? default : new([problem]));
}
