namespace Klotho.Cli.Writing;

/// <summary>Copies the files of a folder that a condition on their relative paths lets through; links stay links.</summary>
internal sealed class FolderCopy(string from, string to, Func<string, bool> wanted)
{
    public void Run() => Copy(from);

    private void Copy(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var isLink = new FileInfo(entry).LinkTarget is not null;
            if (!isLink && Directory.Exists(entry))
            {
                Copy(entry);
                continue;
            }

            var path = Path.GetRelativePath(from, entry).Replace('\\', '/');
            if (wanted(path))
            {
                CopyFile(entry, Path.Combine(to, path), isLink);
            }
        }
    }

    private static void CopyFile(string source, string target, bool isLink)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target) ?? "/");
        if (isLink)
        {
            File.CreateSymbolicLink(target, new FileInfo(source).LinkTarget ?? "");
        }
        else
        {
            File.Copy(source, target);
        }
    }
}
