using Klotho.Analysis.Graph;
using Klotho.Planning.Configuration;

namespace Klotho.Cli.Reporting;

/// <summary>Turns recorded paths into those of the disk and into what a person in a directory reads.</summary>
internal sealed record DisplayPaths(SourceRoot Root, string CurrentDirectory)
{
    /// <summary>The absolute path. A recorded one is relative to the root, or already absolute.</summary>
    public string Full(SourcePath path) =>
        Path.GetFullPath(path.Value, Root.Folder.Length > 0 ? Root.Folder : CurrentDirectory);

    /// <summary>Relative to the current directory, with forward slashes; absolute where that would climb out of everything shared.</summary>
    public string Shown(SourcePath path) => IsOption(path) ? path.Value : Shown(Full(path));

    /// <summary>What an option says stands in no file.</summary>
    private static bool IsOption(SourcePath path) => path.Value.StartsWith(OverrideReader.Option + " ", StringComparison.Ordinal);

    public string Shown(string full)
    {
        var relative = Path.GetRelativePath(CurrentDirectory, full).Replace('\\', '/');
        return relative.StartsWith("../../../", StringComparison.Ordinal) ? full.Replace('\\', '/') : relative;
    }
}
