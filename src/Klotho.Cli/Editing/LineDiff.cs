using System.Globalization;
using System.Text;

namespace Klotho.Cli.Editing;

/// <summary>A unified diff of two texts that differ in one place, as edits leave them.</summary>
internal static class LineDiff
{
    private const int Context = 3;

    public static string Of(string name, string before, string after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var head = 0;
        while (head < Math.Min(old.Count, now.Count) && old[head] == now[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(old.Count, now.Count) - head && old[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        var start = Math.Max(head - Context, 0);
        var rest = Math.Min(tail, Context);
        var (oldEnd, nowEnd) = (old.Count - tail, now.Count - tail);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"--- {name}\n+++ {name}\n@@ -{Range(start, oldEnd + rest)} +{Range(start, nowEnd + rest)} @@\n");
        Append(text, ' ', old[start..head]);
        Append(text, '-', old[head..oldEnd]);
        Append(text, '+', now[head..nowEnd]);
        Append(text, ' ', old[oldEnd..(oldEnd + rest)]);
        return text.ToString();
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
