using Klotho.Planning.Yaml;

namespace Klotho.Planning.YamlEditing;

/// <summary>A text with the tree that was read from it: where nodes begin and end, where lines do, how it is indented.</summary>
internal sealed class EditedText(string text, YamlNode? root)
{
    private const int UsualIndentation = 2;

    private readonly LineMap lines = new(new(""), text);

    public string Text => text;

    public YamlNode? Root => root;

    /// <summary>What ends a line here; the first line tells.</summary>
    public string NewLine => text.IndexOf('\n', StringComparison.Ordinal) is > 0 and var end && text[end - 1] == '\r' ? "\r\n" : "\n";

    /// <summary>By how much a mapping in a mapping is indented; the first one tells.</summary>
    public int Indentation => root is null ? UsualIndentation : FirstIndentation(root) ?? UsualIndentation;

    public int Start(YamlNode node) => Offset(node.Location.Line, node.Location.Column);

    public int Start(YamlEntry entry) => Start(entry.Key);

    /// <summary>How far from its line's start a node stands.</summary>
    public static int Column(YamlNode node) => node.Location.Column - 1;

    /// <summary>Whether it is written in brackets or braces.</summary>
    public bool IsFlow(YamlNode node) => node is not YamlScalar && Start(node) is var start && start < text.Length && text[start] is '{' or '[';

    /// <summary>Behind the key's colon; behind the key where there is none (<c>{a, b}</c>).</summary>
    public int ColonEnd(YamlEntry entry)
    {
        var end = End(entry.Key);
        var colon = end;
        while (colon < text.Length && text[colon] is ' ' or '\t')
        {
            colon++;
        }

        return colon < text.Length && text[colon] == ':' ? colon + 1 : end;
    }

    /// <summary>Behind the entry's value, or its colon where nothing stands behind that.</summary>
    public int End(YamlEntry entry) => IsUnwritten(entry.Value) ? ColonEnd(entry) : End(entry.Value);

    public static bool IsUnwritten(YamlNode node) => node is YamlScalar { Plain: true, Text: "" };

    public int End(YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                var last = mapping.Entries.Count == 0 ? Start(node) + 1 : End(mapping.Entries[^1]);
                return IsFlow(node) ? Closing(last) : last;
            case YamlSequence sequence:
                var item = sequence.Items.Count == 0 || IsUnwritten(sequence.Items[^1]) ? Start(node) + 1 : End(sequence.Items[^1]);
                return IsFlow(node) ? Closing(item) : item;
            default:
                // A text in several lines (`|`) ends behind the line break.
                var end = Offset(node.Location.EndLine, node.Location.EndColumn);
                while (end > Start(node) && char.IsWhiteSpace(text[end - 1]))
                {
                    end--;
                }

                return end;
        }
    }

    public int LineStart(int offset)
    {
        if (offset > 0 && offset < text.Length && text[offset] == '\n' && text[offset - 1] == '\r')
        {
            offset--;
        }

        while (offset > 0 && text[offset - 1] is not ('\n' or '\r'))
        {
            offset--;
        }

        return offset;
    }

    /// <summary>Before the line's break.</summary>
    public int LineEnd(int offset)
    {
        while (offset < text.Length && text[offset] is not ('\n' or '\r'))
        {
            offset++;
        }

        return offset;
    }

    /// <summary>Behind the line's break.</summary>
    public int NextLine(int offset)
    {
        var end = LineEnd(offset);
        return end == text.Length ? end : end + (text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? 2 : 1);
    }

    /// <summary>Whether nothing but blanks stands before it in its line.</summary>
    public bool BeginsLine(int offset) => string.IsNullOrWhiteSpace(text[LineStart(offset)..offset]);

    /// <summary>Whether nothing but blanks and a comment stands behind it in its line.</summary>
    public bool EndsLine(int offset) => text[offset..LineEnd(offset)].TrimStart() is "" or ['#', ..];

    /// <summary>Whether the line is blank, or behind the text's end.</summary>
    public bool IsBlankLine(int offset) => string.IsNullOrWhiteSpace(text[offset..LineEnd(offset)]);

    /// <summary>The first letter from there on that is no blank, line break, comment or one of <paramref name="also"/>.</summary>
    public int SkipBlanks(int offset, char also = ' ')
    {
        while (offset < text.Length && (char.IsWhiteSpace(text[offset]) || text[offset] == also || text[offset] == '#'))
        {
            offset = text[offset] == '#' ? LineEnd(offset) : offset + 1;
        }

        return offset;
    }

    private int Offset(int line, int column) => lines.Offset(line, column);

    private int Closing(int offset)
    {
        var bracket = SkipBlanks(offset, ',');
        return Math.Min(bracket + 1, text.Length);
    }

    private int? FirstIndentation(YamlNode node)
    {
        if (node is not YamlMapping mapping || IsFlow(mapping))
        {
            return null;
        }

        return mapping.Entries.Items
            .Select(entry => entry.Value is YamlMapping below && !IsFlow(below) ? Column(below) - Column(entry.Key) : FirstIndentation(entry.Value))
            .FirstOrDefault(found => found is not null);
    }
}
