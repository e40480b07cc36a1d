using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>Writes another value behind a key, and leaves the comment behind it.</summary>
internal static class ValueReplacement
{
    public static IEnumerable<TextChange> Of(YamlEntry entry, EditedText source, YamlNode value)
    {
        var (colon, old) = (source.ColonEnd(entry), entry.Value);
        if (EditedText.IsUnwritten(old))
        {
            var begin = colon == source.End(entry.Key) ? ": " : " ";
            return [TextChange.Insert(colon, begin + ScalarSpelling.Of(value))];
        }

        var (start, end) = (source.Start(old), source.End(old));
        if (old is YamlSequence && !source.IsFlow(old))
        {
            // A list in lines stays one; any other value stands behind the key.
            return value is YamlSequence list && list.Items.Count > 0
                ? [new(start, end, string.Join(source.NewLine + new string(' ', EditedText.Column(old)), list.Items.Items.Select(item => $"- {ScalarSpelling.Of(item)}")))]
                : [TextChange.Insert(colon, " " + ScalarSpelling.Of(value)), TextChange.Delete(source.LineEnd(colon), source.LineEnd(end))];
        }

        char? quote = source.Text[start] is '"' or '\'' ? source.Text[start] : null;
        return [new(start, end, ScalarSpelling.Of(value, quote))];
    }
}
