using Klotho.Cli.Loading;

namespace Klotho.Cli.Run;

/// <summary>
/// Notices edits of what the projects of an application are built from. It looks at times and lengths again and again: a watcher of the
/// system would have to watch every folder of packages too, and there are few of these to be had.
/// </summary>
internal sealed class SourceWatch(IEnumerable<string> folders)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);
    private static readonly string[] Endings = [".cs", ".csproj", ".props", ".targets", ".razor", ".cshtml", ".resx", ".proto"];
    private static readonly string[] OfTools = ["bin", "obj", "node_modules", "compiled"];

    private readonly IReadOnlyList<string> folders = [.. folders];
    private Dictionary<string, (DateTime Time, long Length)> last = new(StringComparer.Ordinal);

    /// <summary>Remembers how everything is, but for what was written since a moment: whoever built since then may not have read it.</summary>
    public void Begin(DateTime since) =>
        last = Look().Where(pair => pair.Value.Time < since).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The files that changed, once they have stopped doing so: editors and branches write several at once.</summary>
    public async Task<IReadOnlyList<string>> NextAsync(CancellationToken cancel)
    {
        var changed = new SortedSet<string>(StringComparer.Ordinal);
        while (true)
        {
            await Task.Delay(Interval, cancel);
            var now = Look();
            var found = now.Keys.Union(last.Keys).Where(file => !now.TryGetValue(file, out var current) || !last.TryGetValue(file, out var earlier) || current != earlier).ToList();
            last = now;
            changed.UnionWith(found);
            if (found.Count == 0 && changed.Count > 0)
            {
                return [.. changed];
            }
        }
    }

    /// <summary>The folders of the projects that are not another's part.</summary>
    public static IEnumerable<string> FoldersOf(LoadedProject project) => project.Projects.Select(facts => facts.Directory).Distinct(StringComparer.Ordinal);

    private Dictionary<string, (DateTime Time, long Length)> Look()
    {
        var found = new Dictionary<string, (DateTime, long)>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            Look(new DirectoryInfo(folder), found);
        }

        return found;
    }

    private static void Look(DirectoryInfo folder, Dictionary<string, (DateTime Time, long Length)> found)
    {
        try
        {
            foreach (var entry in folder.EnumerateFileSystemInfos())
            {
                if (entry is DirectoryInfo inner && !inner.Name.StartsWith('.') && !OfTools.Contains(inner.Name) && inner.LinkTarget is null)
                {
                    Look(inner, found);
                }
                else if (entry is FileInfo file && Endings.Contains(file.Extension, StringComparer.OrdinalIgnoreCase))
                {
                    found[file.FullName] = (file.LastWriteTimeUtc, file.Length);
                }
            }
        }
        catch (IOException)
        {
            // Gone while it was looked at: the next look sees that.
        }
    }
}
