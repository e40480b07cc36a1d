using System.Text;

namespace Klotho.Planning.YamlEditing;

/// <summary>Some letters of a text and what takes their place.</summary>
internal sealed record TextChange(int Start, int End, string Text)
{
    public static TextChange Insert(int at, string text) => new(at, at, text);

    public static TextChange Delete(int start, int end) => new(start, end, "");

    /// <summary>The text with all changes made; they do not overlap.</summary>
    public static string Apply(string text, IEnumerable<TextChange> changes)
    {
        var result = new StringBuilder();
        var position = 0;
        foreach (var change in changes.OrderBy(change => change.Start).ThenBy(change => change.End))
        {
            result.Append(text, position, change.Start - position).Append(change.Text);
            position = change.End;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
