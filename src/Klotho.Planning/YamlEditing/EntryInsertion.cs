using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>Writes a key that is not there yet behind its siblings, in their style.</summary>
internal static class EntryInsertion
{
    /// <summary>Into a mapping that has a place in the text.</summary>
    public static IEnumerable<TextChange> Into(YamlMapping mapping, EditedText source, IReadOnlyList<string> keys, YamlNode value) =>
        source.IsFlow(mapping) ? IntoBraces(mapping, source, Braced(keys, value)) : BehindLast(mapping, source, keys, value);

    /// <summary>Below a key behind which nothing stands.</summary>
    public static IEnumerable<TextChange> Below(YamlEntry entry, bool inBraces, EditedText source, IReadOnlyList<string> keys, YamlNode value)
    {
        var colon = source.ColonEnd(entry);
        if (inBraces)
        {
            var begin = colon == source.End(entry.Key) ? ": " : " ";
            yield return new(colon, source.End(entry), $"{begin}{{{Braced(keys, value)}}}");
            yield break;
        }

        if (source.End(entry) > colon)
        {
            // What was written out as nothing: `~` or `null`.
            yield return TextChange.Delete(colon, source.End(entry));
        }

        var block = Block(source, EditedText.Column(entry.Key) + source.Indentation, keys, value);
        yield return TextChange.Insert(source.LineEnd(source.End(entry)), source.NewLine + block);
    }

    /// <summary>At the end of a text in which nothing is set.</summary>
    public static IEnumerable<TextChange> AtEnd(EditedText source, IReadOnlyList<string> keys, YamlNode value)
    {
        var block = Block(source, 0, keys, value);
        var (text, end) = (source.Text, source.Text.Length);
        yield return TextChange.Insert(end, end == 0 || text[end - 1] is '\n' or '\r' ? block + source.NewLine : source.NewLine + block);
    }

    private static IEnumerable<TextChange> IntoBraces(YamlMapping mapping, EditedText source, string content)
    {
        if (mapping.Entries.Count == 0)
        {
            yield return TextChange.Insert(source.Start(mapping) + 1, content);
            yield break;
        }

        var last = mapping.Entries[^1];
        var end = source.End(last);
        var comma = source.SkipBlanks(end);
        var hasComma = comma < source.Text.Length && source.Text[comma] == ',';
        var rest = hasComma ? comma + 1 : end;
        if (!source.BeginsLine(source.Start(last)) || !source.EndsLine(rest))
        {
            yield return TextChange.Insert(end, $", {content}");
            yield break;
        }

        if (!hasComma)
        {
            yield return TextChange.Insert(end, ",");
        }

        var indentation = new string(' ', EditedText.Column(last.Key));
        yield return TextChange.Insert(source.LineEnd(rest), $"{source.NewLine}{indentation}{content}{(hasComma ? "," : "")}");
    }

    private static IEnumerable<TextChange> BehindLast(YamlMapping mapping, EditedText source, IReadOnlyList<string> keys, YamlNode value)
    {
        var end = source.LineEnd(source.End(mapping.Entries[^1]));
        var space = ReferenceEquals(mapping, source.Root) && AreApart(mapping, source) && source.IsBlankLine(source.NextLine(end)) ? source.NewLine : "";
        yield return TextChange.Insert(end, space + source.NewLine + Block(source, EditedText.Column(mapping.Entries[0].Key), keys, value));
    }

    /// <summary>Whether a blank line stands between the last two entries, as between sections.</summary>
    private static bool AreApart(YamlMapping mapping, EditedText source) =>
        mapping.Entries.Count > 1 && source.NextLine(source.End(mapping.Entries[^2])) is var line
        && line < source.Start(mapping.Entries[^1]) && source.IsBlankLine(line);

    private static string Block(EditedText source, int indentation, IReadOnlyList<string> keys, YamlNode value) =>
        string.Join(source.NewLine, keys.Select((key, depth) =>
            $"{new string(' ', indentation + (depth * source.Indentation))}{ScalarSpelling.Text(key)}:{(depth == keys.Count - 1 ? " " + ScalarSpelling.Of(value) : "")}"));

    private static string Braced(IReadOnlyList<string> keys, YamlNode value) =>
        string.Join(": {", keys.Select(key => ScalarSpelling.Text(key))) + $": {ScalarSpelling.Of(value)}" + new string('}', keys.Count - 1);
}
