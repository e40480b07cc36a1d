namespace Klotho.Cli.Writing;

/// <summary>Copies the files of a folder that a condition on their relative paths lets through; links stay links.</summary>
/// <param name="from">The folder.</param>
/// <param name="to">Where its files go.</param>
/// <param name="wanted">The condition.</param>
/// <param name="skipped">Relative paths of folders in it that are not looked into.</param>
internal sealed class FolderCopy(string from, string to, Func<string, bool> wanted, IReadOnlySet<string> skipped)
{
    public void Run() => Copy(from);

    private void Copy(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder).Order(StringComparer.Ordinal))
        {
            var isLink = new FileInfo(entry).LinkTarget is not null;
            var path = Path.GetRelativePath(from, entry).Replace('\\', '/');
            if (!isLink && Directory.Exists(entry))
            {
                if (!skipped.Contains(path))
                {
                    Copy(entry);
                }
            }
            else if (wanted(path))
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
