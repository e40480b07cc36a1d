using System.Diagnostics;

namespace Klotho.Cli.Loading;

/// <summary>
/// Notices edits of what the projects of an application are built from. It looks at times and lengths again and again: a watcher of the
/// system would have to watch every folder of packages too, and there are few of these to be had.
/// </summary>
/// <param name="folders">The folders whose source and project files to look at.</param>
/// <param name="more">Other files to look at.</param>
internal sealed class SourceWatch(IEnumerable<string> folders, params IEnumerable<string> more)
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(40);
    private static readonly string[] Endings = [".cs", ".csproj", ".props", ".targets", ".razor", ".cshtml", ".resx", ".proto"];
    private static readonly string[] OfTools = ["bin", "obj", "node_modules", "compiled"];

    private readonly IReadOnlyList<string> folders = [.. folders];
    private readonly IReadOnlyList<string> more = [.. more];
    private TimeSpan pause = Shortest;
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
            // Where there are so many files that a look takes long, looks must not keep a processor busy.
            await Task.Delay(pause, cancel);
            var begun = Stopwatch.GetTimestamp();
            var found = Changed();
            pause = TimeSpan.FromTicks(Math.Max(Shortest.Ticks, Stopwatch.GetElapsedTime(begun).Ticks * 10));
            changed.UnionWith(found);
            if (found.Count == 0 && changed.Count > 0)
            {
                return [.. changed];
            }
        }
    }

    /// <summary>The files that changed since the last look, whether or not they go on doing so.</summary>
    public IReadOnlyList<string> Changed()
    {
        var now = Look();
        var found = now.Keys.Union(last.Keys).Where(file => !now.TryGetValue(file, out var current) || !last.TryGetValue(file, out var earlier) || current != earlier).ToList();
        last = now;
        return found;
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

        foreach (var file in more.Select(path => new FileInfo(path)).Where(file => file.Exists))
        {
            found[file.FullName] = (file.LastWriteTimeUtc, file.Length);
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
