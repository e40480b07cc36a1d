using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;

namespace Klotho.Cli.Writing;

/// <summary>
/// Held by the one process that may write to an output folder: a file beside the folder, locked by the system, so that
/// the lock of a killed process is gone with it.
/// </summary>
internal sealed class OutputLock : IDisposable
{
    private readonly FileStream file;

    private OutputLock(FileStream file) => this.file = file;

    public static (OutputLock? Lock, KlothoDiagnostic? Problem) Take(OutputPlace place)
    {
        try
        {
            Directory.CreateDirectory(place.Parent);
            return (new(new(place.LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose)), null);
        }
        catch (IOException) when (File.Exists(place.LockFile))
        {
            return (null, LoadRules.OutputLocked.At(FileLocation.Of(place.Folder), place.Folder));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return (null, LoadRules.OutputNotWritable.At(FileLocation.Of(place.Folder), place.Folder, problem.Message));
        }
    }

    public void Dispose() => file.Dispose();
}
