namespace Klotho.Cli.Writing;

/// <summary>
/// Folders below an output folder that tools fill, and would fill again: large, and nobody's work. They are moved, never
/// copied.
/// </summary>
internal static class ToolFolders
{
    public static readonly IReadOnlyList<string> Names = ["bin", "obj", "node_modules"];

    /// <summary>The topmost of them, as relative paths; one with a file of ours in it is an ordinary folder. Links are not followed.</summary>
    public static IEnumerable<string> In(string folder, OutputMarker marker)
    {
        var left = new Stack<string>([folder]);
        while (left.Count > 0)
        {
            foreach (var child in new DirectoryInfo(left.Pop()).EnumerateDirectories().Where(child => child.LinkTarget is null))
            {
                var path = Path.GetRelativePath(folder, child.FullName).Replace('\\', '/');
                if (Names.Contains(child.Name, StringComparer.Ordinal) && !marker.Hashes.Keys.Any(own => own.StartsWith($"{path}/", StringComparison.Ordinal)))
                {
                    yield return path;
                }
                else
                {
                    left.Push(child.FullName);
                }
            }
        }
    }

    /// <summary>Moves those of one output folder into another, to the same places, where those are free.</summary>
    public static void Move(string from, string to)
    {
        if (OutputMarker.Read(from) is not { } marker)
        {
            return;
        }

        foreach (var path in In(from, marker).ToList())
        {
            var target = Path.Combine(to, path);
            if (Path.Exists(target))
            {
                continue;
            }

            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target) ?? to);
                Directory.Move(Path.Combine(from, path), target);
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
            {
                // A tool is at work in it, or another disk is mounted there. The output is complete without it.
                continue;
            }
        }
    }
}
