using System.Globalization;
using Klotho.Cli.Caching;
using Klotho.Cli.Writing;

namespace Klotho.Cli.Loading;

/// <summary>Short texts that differ where a file or a folder differs.</summary>
internal static class PathStamps
{
    private const string Absent = "absent";
    private const string Present = "present";
    private const string Missing = "missing";

    // Folders that no project takes source files from by itself, and that change with every build.
    private static readonly string[] Skipped = ["bin", "obj", "node_modules"];

    /// <summary>Size and time of a file.</summary>
    public static string OfFile(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? string.Create(CultureInfo.InvariantCulture, $"{file.Length} {file.LastWriteTimeUtc.Ticks}") : Absent;
    }

    /// <summary>Whether there is a file or a folder, whatever is in it.</summary>
    public static string OfPresence(string path) => Path.Exists(path) ? Present : Missing;

    public static bool Hold(string path, string stamp) => (stamp is Present or Missing ? OfPresence(path) : OfFile(path)) == stamp;

    /// <summary>The names below a folder: what a pattern could match, not what is in it.</summary>
    public static string OfFolder(string path) =>
        Directory.Exists(path) ? CacheKey.Of("names", Names(path).Order(StringComparer.Ordinal)).Value : Absent;

    private static IEnumerable<string> Names(string folder)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
        {
            if (entry is not DirectoryInfo directory)
            {
                if (!LockFile.IsOurs(entry.Name))
                {
                    yield return entry.FullName;
                }
            }
            else if (!Skipped.Contains(directory.Name) && !directory.Name.StartsWith('.') && directory.LinkTarget is null &&
                !File.Exists(Path.Combine(directory.FullName, OutputMarker.FileName)))
            {
                yield return directory.FullName + "/";
                foreach (var name in Names(directory.FullName))
                {
                    yield return name;
                }
            }
        }
    }
}
