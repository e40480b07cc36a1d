using Klotho.Analysis.Diagnostics;
using Klotho.Cli.Diagnostics;
using Klotho.Emit.Output;

namespace Klotho.Cli.Writing;

/// <summary>
/// Writes an output tree all or nothing: into a new folder beside the old one, which then takes its place. What people
/// added to the folder is copied along before that; what tools left in it follows right after, by a change of names.
/// </summary>
internal static class OutputFolder
{
    private const string Staged = "new";
    private const string Replaced = "old";

    /// <summary>Puts right what a compile left, killed or not: the old folder back in place if it is missing, what tools made into the place, the rest away.</summary>
    public static void Recover(OutputPlace place)
    {
        if (!Directory.Exists(place.Folder) && place.LeftOver(Replaced) is [var old, ..])
        {
            Directory.Move(old, place.Folder);
        }

        foreach (var folder in place.LeftOver(Staged).Concat(place.LeftOver(Replaced)))
        {
            ToolFolders.Move(folder, place.Folder);
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Why the tree may not be written there, if so.</summary>
    public static IReadOnlyList<KlothoDiagnostic> Check(OutputPlace place, OutputTree tree, bool force)
    {
        if (File.Exists(place.Folder))
        {
            return [LoadRules.OutputNotOurs.At(FileLocation.Of(place.Folder), place.Folder)];
        }

        if (!Directory.Exists(place.Folder))
        {
            return [];
        }

        if (OutputMarker.Read(place.Folder) is not { } marker)
        {
            return Directory.EnumerateFileSystemEntries(place.Folder).Any()
                ? [LoadRules.OutputNotOurs.At(FileLocation.Of(place.Folder), place.Folder)]
                : [];
        }

        // A file of the user's where a generated one is to be is as good as an edit.
        var intruders = tree.Files.Items.Where(file => !file.OwnedByUser).Select(file => file.Path.Value)
            .Where(path => !marker.Owns(path) && File.Exists(Path.Combine(place.Folder, path)));
        return force ? [] : marker.Hashes.Keys.Where(path => marker.IsEdited(place.Folder, path)).Concat(intruders)
            .Order(StringComparer.Ordinal)
            .Select(path => Path.Combine(place.Folder, path))
            .Select(path => LoadRules.OutputEdited.At(FileLocation.Of(path), path)).ToList();
    }

    /// <summary>Writes the tree. Null, or why that failed; then the folder is as it was.</summary>
    public static KlothoDiagnostic? Write(OutputPlace place, OutputTree tree)
    {
        var staging = place.FreshFolder(Staged);
        try
        {
            Directory.CreateDirectory(staging);
            CarryOver(place.Folder, staging, tree);
            WriteFiles(staging, tree);
            DirectorySwap.Replace(place.Folder, staging, place.FreshFolder(Replaced));
            Recover(place);
            return null;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            if (Directory.Exists(staging))
            {
                Directory.Delete(staging, recursive: true);
            }

            return LoadRules.OutputNotWritable.At(FileLocation.Of(place.Folder), place.Folder, problem.Message);
        }
    }

    private static void WriteFiles(string folder, OutputTree tree)
    {
        foreach (var file in tree.Files.Items)
        {
            var path = Path.Combine(folder, file.Path.Value);
            if (file.OwnedByUser && File.Exists(path))
            {
                continue;
            }

            Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
            File.WriteAllText(path, file.Text);
        }

        File.WriteAllText(Path.Combine(folder, OutputMarker.FileName), OutputMarker.Of(tree).Text());
    }

    /// <summary>Copies what is not ours, links as links; but for what tools made.</summary>
    private static void CarryOver(string from, string to, OutputTree tree)
    {
        if (OutputMarker.Read(from) is not { } marker)
        {
            return;
        }

        // A file that was ours and is now the user's to keep (its content was written once) stays as well.
        var kept = tree.Files.Items.Where(file => file.OwnedByUser).Select(file => file.Path.Value).ToHashSet(StringComparer.Ordinal);
        var copy = new FolderCopy(from, to, path => !marker.Owns(path) || kept.Contains(path), ToolFolders.In(from, marker).ToHashSet(StringComparer.Ordinal));
        copy.Run();
    }
}
