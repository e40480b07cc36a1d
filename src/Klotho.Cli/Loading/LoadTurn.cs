using Klotho.Cli.Caching;

namespace Klotho.Cli.Loading;

/// <summary>
/// Held by the one process that lets MSBuild work in a repository: restoring and evaluating write below <c>obj</c>, so two at a time
/// find each other's half-written files, and neither could keep what it found. A file locked by the system, so that the turn of a
/// killed process is over with it. The file stays: one that is deleted could be locked by one process and made anew by the next.
/// </summary>
internal sealed class LoadTurn : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly FileStream? _file;

    private LoadTurn(FileStream? file, bool hasWaited) => (_file, HasWaited) = (file, hasWaited);

    /// <summary>Whether another process had its turn meanwhile, and may have found what is looked for.</summary>
    public bool HasWaited { get; }

    /// <summary>Waits for as long as another process has its turn. Where there is no folder that can be written, nobody waits.</summary>
    /// <param name="folder">Where turns are taken; null for nowhere.</param>
    /// <param name="target">What is loaded.</param>
    /// <param name="cancel">Stops waiting.</param>
    public static async Task<LoadTurn> TakeAsync(string? folder, ProjectTarget target, CancellationToken cancel)
    {
        if (folder is null)
        {
            return new(null, hasWaited: false);
        }

        var turns = Path.Combine(folder, "turns");
        var path = Path.Combine(turns, CacheKey.Of("turn", RepositoryOf(target.Directory)).Value);
        for (var hasWaited = false; ; hasWaited = true)
        {
            try
            {
                Directory.CreateDirectory(turns);
                return new(new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), hasWaited);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Pause, cancel);
            }
            catch (Exception notWritable) when (notWritable is IOException or UnauthorizedAccessException)
            {
                return new(null, hasWaited);
            }
        }
    }

    public void Dispose() => _file?.Dispose();

    // Applications of one repository share libraries, and these their folders. In a worktree it is a file that has this name.
    private static string RepositoryOf(string directory) =>
        FoldersAbove.And(directory).FirstOrDefault(folder => Path.Exists(Path.Combine(folder, ".git"))) ?? directory;
}
