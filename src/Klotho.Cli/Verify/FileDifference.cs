namespace Klotho.Cli.Verify;

/// <summary>A file that differs: its path inside of the folder, with forward slashes, or the name of the lock file.</summary>
internal sealed record FileDifference(string Path, FileState State);
