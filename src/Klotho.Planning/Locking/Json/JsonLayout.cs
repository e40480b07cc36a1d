using System.Text;

namespace Klotho.Planning.Locking.Json;

/// <summary>
/// Prints JSON so that a version control system merges it: the document and its sections have a line per entry; an entry
/// that fits stays on its line.
/// </summary>
internal static class JsonLayout
{
    private const int Width = 120;
    private const int SectionDepth = 1;

    public static string Print(JsonTree document)
    {
        var text = new StringBuilder();
        Append(text, document, 0, "");
        return text.Append('\n').ToString();
    }

    private static void Append(StringBuilder text, JsonTree value, int depth, string lead)
    {
        var flat = value.ToString() ?? "";
        var fits = (depth * 2) + lead.Length + flat.Length < Width;
        switch (value)
        {
            case JsonTree.Map { Members.Count: > 0 } map when depth <= SectionDepth || !fits:
                Block(text, '{', '}', depth, map.Members.Items.Select(member => ($"{JsonTree.Quoted(member.Name)}: ", member.Value)).ToList());
                break;
            case JsonTree.List { Items.Count: > 0 } list when depth <= SectionDepth || !fits:
                Block(text, '[', ']', depth, list.Items.Items.Select(item => ("", item)).ToList());
                break;
            default:
                text.Append(flat);
                break;
        }
    }

    private static void Block(StringBuilder text, char open, char close, int depth, List<(string Lead, JsonTree Value)> entries)
    {
        text.Append(open);
        for (var index = 0; index < entries.Count; index++)
        {
            var (lead, value) = entries[index];
            text.Append(index == 0 ? "\n" : ",\n").Append(' ', (depth + 1) * 2).Append(lead);
            Append(text, value, depth + 1, lead);
        }

        text.Append('\n').Append(' ', depth * 2).Append(close);
    }
}
