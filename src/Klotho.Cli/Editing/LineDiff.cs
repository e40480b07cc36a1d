using System.Globalization;
using System.Text;

namespace Klotho.Cli.Editing;

/// <summary>A unified diff of two texts.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    public static string Of(string name, string before, string after)
    {
        var changes = LineMatching.Changes(Lines(before), Lines(after));
        var text = new StringBuilder($"--- {name}\n+++ {name}\n");
        for (var first = 0; first < changes.Count;)
        {
            var last = first;
            while (last + 1 < changes.Count && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * Context)
            {
                last++;
            }

            Hunk(text, changes[first..(last + 1)], Lines(before), Lines(after));
            first = last + 1;
        }

        return text.ToString();
    }

    /// <summary>Changes that stand so near to each other that what is around them touches.</summary>
    private static void Hunk(StringBuilder text, IReadOnlyList<LineChange> changes, List<string> old, List<string> now)
    {
        var (first, last) = (changes[0], changes[^1]);
        var lead = Math.Min(Context, first.OldStart);
        var rest = Math.Min(Context, old.Count - last.OldEnd);
        text.Append(CultureInfo.InvariantCulture, $"@@ -{Range(first.OldStart - lead, last.OldEnd + rest)} +{Range(first.NewStart - lead, last.NewEnd + rest)} @@\n");
        var at = first.OldStart - lead;
        foreach (var change in changes)
        {
            Append(text, ' ', old[at..change.OldStart]);
            Append(text, '-', old[change.OldStart..change.OldEnd]);
            Append(text, '+', now[change.NewStart..change.NewEnd]);
            at = change.OldEnd;
        }

        Append(text, ' ', old[at..(at + rest)]);
    }

    private static string Range(int start, int end) => string.Create(CultureInfo.InvariantCulture, $"{(end == start ? start : start + 1)},{end - start}");

    private static void Append(StringBuilder text, char mark, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(mark).Append(line.TrimEnd('\r', '\n')).Append('\n');
            if (!line.EndsWith('\n'))
            {
                text.Append("\\ No newline at end of file\n");
            }
        }
    }

    /// <summary>With their breaks, so that a missing last one is a difference.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var found ? found + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
