using Klotho.Cli.Writing;
using Klotho.Emit.Output;

namespace Klotho.Cli.Verify;

/// <summary>What an output folder holds beside what a compile would write now.</summary>
/// <param name="Folder">The folder.</param>
/// <param name="Written">The digest of the input that the folder was made from; null where none is recorded.</param>
/// <param name="Now">The digest of the input as it is.</param>
/// <param name="Files">How many files a compile writes.</param>
/// <param name="Differences">What differs, sorted by path.</param>
internal sealed record OutputVerification(string Folder, string? Written, string Now, int Files, IReadOnlyList<FileDifference> Differences)
{
    /// <summary>What tools leave behind in the folder of a program.</summary>
    private static readonly string[] OfTools = [.. ToolFolders.Names, ".git"];

    /// <summary>Whether the folder is what a compile would write. What others put beside it does not count.</summary>
    public bool IsSame => Differences.All(difference => difference.State == FileState.Foreign);

    /// <param name="folder">The output folder.</param>
    /// <param name="tree">What a compile would write there.</param>
    /// <param name="staleLock">The name of the lock file, if a compile would change it.</param>
    public static OutputVerification Of(string folder, OutputTree tree, string? staleLock)
    {
        var marker = OutputMarker.Read(folder) ?? new(new Dictionary<string, string>(StringComparer.Ordinal), null);
        var ours = tree.Files.Items.Where(file => !file.OwnedByUser).Select(file => Compare(folder, file, marker)).OfType<FileDifference>();
        var written = tree.Files.Items.Select(file => file.Path.Value).ToHashSet(StringComparer.Ordinal);
        var gone = marker.Hashes.Keys.Where(path => !written.Contains(path) && File.Exists(Path.Combine(folder, path)))
            .Select(path => new FileDifference(path, marker.IsEdited(folder, path) ? FileState.Edited : FileState.Stale));
        var foreign = Existing(folder).Where(path => !written.Contains(path) && !marker.Owns(path)).Select(path => new FileDifference(path, FileState.Foreign));
        var locks = staleLock is null ? [] : new[] { new FileDifference(staleLock, FileState.Stale) };
        return new(folder, marker.Input, tree.Input.Value, tree.Files.Count, [.. ours.Concat(gone).Concat(foreign).OrderBy(difference => difference.Path, StringComparer.Ordinal), .. locks]);
    }

    private static FileDifference? Compare(string folder, OutputFile file, OutputMarker marker)
    {
        var path = Path.Combine(folder, file.Path.Value);
        return !File.Exists(path) ? new(file.Path.Value, FileState.Missing)
            : OutputMarker.IsText(path, file.Text) ? null
            : new(file.Path.Value, marker.Owns(file.Path.Value) && !marker.IsEdited(folder, file.Path.Value) ? FileState.Stale : FileState.Edited);
    }

    private static IEnumerable<string> Existing(string folder) => !Directory.Exists(folder) ? [] : Directory
        .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        .Where(path => !path.Split('/')[..^1].Any(OfTools.Contains));
}
