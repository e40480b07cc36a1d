using System.Collections.Concurrent;

namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>
/// Folders of tests that ended, by the project that is restored in them and about which MSBuild has been asked. A test that begins with
/// the same project goes on in one, as people do who compiled before; of the test before it finds nothing else.
/// </summary>
internal static class RestoredFolders
{
    private static readonly ConcurrentDictionary<(string Project, string Text), ConcurrentStack<string>> Left = new();

    static RestoredFolders() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
    {
        foreach (var folder in Left.Values.SelectMany(folders => folders))
        {
            Directory.Delete(folder, recursive: true);
        }
    };

    /// <summary>A folder that holds the project with this text and what was restored for it; null where none is free.</summary>
    public static string? Take(string project, string text) =>
        Left.TryGetValue((project, text), out var folders) && folders.TryPop(out var folder) ? folder : null;

    /// <summary>Keeps a folder for others, if the project is still the same.</summary>
    public static void Leave(string folder, string project, string text)
    {
        var file = Path.Combine(folder, project);
        if (!File.Exists(file) || File.ReadAllText(file) != text)
        {
            Directory.Delete(folder, recursive: true);
            return;
        }

        Clear(new(folder), file, Path.Combine(Path.GetDirectoryName(file) ?? folder, "obj"));
        Left.GetOrAdd((project, text), _ => new()).Push(folder);
    }

    private static void Clear(DirectoryInfo folder, string project, string restored)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().Where(entry => entry.FullName != project && entry.FullName != restored))
        {
            if (entry is not DirectoryInfo directory)
            {
                entry.Delete();
            }
            else if (project.StartsWith(directory.FullName + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                Clear(directory, project, restored);
            }
            else
            {
                directory.Delete(recursive: true);
            }
        }
    }
}
