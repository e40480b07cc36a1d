using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>Takes a key away, and the keys above it that hold nothing else. Comments in lines of their own stay.</summary>
internal static class EntryRemoval
{
    /// <param name="way">The mappings and entries from the root to the key.</param>
    /// <param name="kept">How many of the keys stay even if nothing is left below them.</param>
    /// <param name="source">The text.</param>
    public static IEnumerable<TextChange> Of(IReadOnlyList<(YamlMapping Mapping, YamlEntry Entry)> way, int kept, EditedText source)
    {
        var first = way.Count - 1;
        while (first > kept && first > 0 && way[first].Mapping.Entries.Count == 1)
        {
            first--;
        }

        return source.IsFlow(way[first].Mapping) ? FromBraces(way[first].Mapping, way[first].Entry, source) : Lines(way.Skip(first).ToList(), source);
    }

    /// <summary>Each key's own lines, so that comments between them stay.</summary>
    private static IEnumerable<TextChange> Lines(IReadOnlyList<(YamlMapping Mapping, YamlEntry Entry)> removed, EditedText source)
    {
        var ranges = new List<(int Start, int End)>();
        foreach (var (_, entry) in removed.TakeWhile(one => !source.IsFlow(one.Mapping)))
        {
            var start = source.LineStart(source.Start(entry));
            var goesOn = entry != removed[^1].Entry && !source.IsFlow(entry.Value);
            var end = source.NextLine(goesOn ? source.ColonEnd(entry) : source.End(entry));
            if (ranges is [.., var before] && before.End == start)
            {
                ranges[^1] = (before.Start, end);
            }
            else
            {
                ranges.Add((start, end));
            }
        }

        if (ranges is [var whole] && ReferenceEquals(removed[0].Mapping, source.Root) && removed[0].Entry == removed[0].Mapping.Entries[^1] && HasSpaceAround(source, whole.Start, whole.End))
        {
            ranges[0] = (source.LineStart(whole.Start - 1), whole.End);
        }

        return ranges.Select(range => Delete(range.Start, range.End, source));
    }

    /// <summary>The last line of a text that ends without a break takes away the one before it.</summary>
    private static TextChange Delete(int start, int end, EditedText source)
    {
        var endsOpen = end == source.Text.Length && end > 0 && source.Text[end - 1] is not ('\n' or '\r');
        return TextChange.Delete(endsOpen && start > 0 ? source.LineEnd(source.LineStart(start - 1)) : start, end);
    }

    /// <summary>A blank line before the last section goes with it, where the text ends behind it or another follows.</summary>
    private static bool HasSpaceAround(EditedText source, int start, int end) =>
        start > 0 && source.IsBlankLine(source.LineStart(start - 1)) && source.IsBlankLine(end);

    private static IEnumerable<TextChange> FromBraces(YamlMapping mapping, YamlEntry entry, EditedText source)
    {
        var index = mapping.Entries.Items.IndexOf(entry);
        var (start, end) = (source.Start(entry), source.End(entry));
        if (mapping.Entries.Count == 1)
        {
            return [TextChange.Delete(source.Start(mapping) + 1, source.End(mapping) - 1)];
        }

        var before = index > 0 ? source.End(mapping.Entries[index - 1]) : start;
        var comma = source.SkipBlanks(end);
        var hasComma = source.Text[comma] == ',';
        var rest = hasComma ? comma + 1 : end;
        if (!source.BeginsLine(start) || !source.EndsLine(rest))
        {
            return [index < mapping.Entries.Count - 1 ? TextChange.Delete(start, source.Start(mapping.Entries[index + 1])) : TextChange.Delete(before, end)];
        }

        var lines = TextChange.Delete(source.LineStart(start), source.NextLine(rest));
        var loose = source.SkipBlanks(before);
        return hasComma ? [lines] : [TextChange.Delete(loose, loose + 1), lines];
    }
}
