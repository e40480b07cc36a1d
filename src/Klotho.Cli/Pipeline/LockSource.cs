using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.CommandLine;
using Klotho.Planning.Locking;

namespace Klotho.Cli.Pipeline;

/// <summary>The lock file of an application as it is on the disk.</summary>
/// <param name="File">Its absolute path, whether or not it exists.</param>
/// <param name="Text">Its text; null where there is none that can be read.</param>
/// <param name="Reading">What it says.</param>
internal sealed record LockSource(string File, string? Text, LockReading Reading)
{
    public string Name => Path.GetFileName(File);

    public string Folder => Path.GetDirectoryName(File) ?? "/";

    /// <summary>Stands beside klotho.yaml, or where that would stand; each environment has one of its own, because each has data of its own.</summary>
    public static LockSource Read(AppSelection selection, string folder, SourceRoot root)
    {
        var configuration = selection.ConfigFile is { } named ? Path.GetFileNameWithoutExtension(named) : "klotho";
        var environment = selection.Environment is { } name ? $".{name}" : "";
        var file = Path.Combine(folder, $"{configuration}{environment}.lock.json");
        if (!System.IO.File.Exists(file))
        {
            return new(file, null, LockReading.None);
        }

        var (text, problem) = Utf8File.Read(file);
        return new(file, text, text is not null ? LockReader.Run(PathOf(file, root), text) : Unreadable(problem));
    }

    /// <summary>The path under which the file's entries are reported.</summary>
    private static SourcePath PathOf(string file, SourceRoot root) => new(Path.GetRelativePath(root.Folder, file).Replace('\\', '/'));

    private static LockReading Unreadable(KlothoDiagnostic? problem) =>
        new(null, LockPlaces.Nowhere, problem is null ? default : new([problem]));
}
