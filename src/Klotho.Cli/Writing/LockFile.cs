using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;

namespace Klotho.Cli.Writing;

/// <summary>
/// Writes a lock file in one step, and only over the text that was read: two processes that change it do not lose each
/// other's changes.
/// </summary>
internal sealed class LockFile : IDisposable
{
    private readonly OutputLock held;
    private readonly string path;
    private readonly string? before;

    private LockFile(OutputLock held, string path, string? before)
    {
        this.held = held;
        this.path = path;
        this.before = before;
    }

    /// <summary>Makes this process the only one that writes the file, or says why that can't be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="before">The text that was read; null for no file.</param>
    /// <param name="wanted">The text to write; if another process has written just that, all is well.</param>
    public static (LockFile? File, KlothoDiagnostic? Problem) Take(string path, string? before, string wanted)
    {
        var (held, problem) = OutputLock.Take(OutputPlace.At(path));
        if (held is null)
        {
            return (null, problem?.Rule == LoadRules.OutputNotWritable ? NotWritable(path, problem.Arguments[1]) : Changed(path));
        }

        File.Delete(Fresh(path));
        var now = File.Exists(path) ? File.ReadAllText(path) : null;
        if (now == before || now == wanted)
        {
            return (new(held, path, now), null);
        }

        held.Dispose();
        return (null, Changed(path));
    }

    /// <summary>Whether a file of that name is a lock, or stands beside one for a moment: it comes and goes with compiles, and is no source.</summary>
    public static bool IsOurs(string name) =>
        name.EndsWith(".lock.json", StringComparison.Ordinal) || (name.StartsWith('.') && name.Contains(".klotho-lock", StringComparison.Ordinal));

    /// <summary>Whether a process that was killed left something beside the file.</summary>
    public static bool HasLeftOvers(string path) => File.Exists(Fresh(path)) || File.Exists(OutputPlace.At(path).LockFile);

    /// <summary>Writes the text. Null, or why that failed; then the file is as it was.</summary>
    public KlothoDiagnostic? Write(string text)
    {
        var fresh = Fresh(path);
        try
        {
            File.WriteAllText(fresh, text);
            File.Move(fresh, path, overwrite: true);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(fresh);
            return NotWritable(path, problem.Message);
        }
    }

    /// <summary>Puts back what was there before.</summary>
    public void Restore()
    {
        if (before is null)
        {
            File.Delete(path);
        }
        else
        {
            Write(before);
        }
    }

    public void Dispose() => held.Dispose();

    private static string Fresh(string path) => OutputPlace.At(path).LockFile + "-new";

    private static KlothoDiagnostic Changed(string path) => LoadRules.LockChanged.At(FileLocation.Of(path), path);

    private static KlothoDiagnostic NotWritable(string path, string reason) =>
        LoadRules.LockNotWritable.At(FileLocation.Of(path), path, reason);
}
