using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.Manifests;

/// <summary>Plain values as YAML in block style.</summary>
internal static partial class YamlText
{
    /// <summary>A document.</summary>
    public static string Of(InputValue.Map document)
    {
        var text = new StringBuilder();
        Map(text, document, "");
        return text.ToString();
    }

    private static void Map(StringBuilder text, InputValue.Map map, string indent)
    {
        foreach (var entry in map.Entries.Items)
        {
            text.Append(indent).Append(Scalar(entry.Name)).Append(':');
            Value(text, entry.Value, indent);
        }
    }

    private static void Value(StringBuilder text, InputValue value, string indent)
    {
        switch (value)
        {
            case InputValue.Map { Entries.Count: > 0 } map:
                text.Append('\n');
                Map(text, map, indent + "  ");
                break;
            case InputValue.List { Items.Count: > 0 } list:
                text.Append('\n');
                List(text, list, indent);
                break;
            case InputValue.Text { Value: var lines } when lines.Contains('\n', StringComparison.Ordinal) && !lines.StartsWith(' '):
                Lines(text, lines, indent + "  ");
                break;
            default:
                text.Append(' ').Append(Inline(value)).Append('\n');
                break;
        }
    }

    /// <summary>Items stand no deeper than the key; the first entry of a map stands behind its item's mark.</summary>
    private static void List(StringBuilder text, InputValue.List list, string indent)
    {
        foreach (var item in list.Items.Items)
        {
            if (item is InputValue.Map { Entries.Count: > 0 } map)
            {
                var block = new StringBuilder();
                Map(block, map, indent + "  ");
                text.Append(indent).Append("- ").Append(block.ToString().AsSpan(indent.Length + 2));
            }
            else
            {
                text.Append(indent).Append("- ").Append(Inline(item)).Append('\n');
            }
        }
    }

    /// <summary>A text of lines as it is; what the last line ends with says whether it ends in a line break.</summary>
    private static void Lines(StringBuilder text, string lines, string indent)
    {
        text.Append(lines.EndsWith('\n') ? " |\n" : " |-\n");
        foreach (var line in (lines.EndsWith('\n') ? lines[..^1] : lines).Split('\n'))
        {
            text.Append(line.Length == 0 ? "" : indent).Append(line).Append('\n');
        }
    }

    private static string Inline(InputValue value) => value switch
    {
        InputValue.Text text => Scalar(text.Value),
        InputValue.Whole whole => whole.Value.ToString(CultureInfo.InvariantCulture),
        InputValue.Truth truth => truth.Value ? "true" : "false",
        InputValue.Map => "{}",
        InputValue.List { Items.Count: 0 } => "[]",
        _ => throw new InvalidOperationException($"{value.GetType().Name} is no plain value."),
    };

    /// <summary>As it is where nobody could take it for something else; in quotes otherwise, whose escapes YAML shares with C#.</summary>
    private static string Scalar(string text) => Plain().IsMatch(text) && !Other().IsMatch(text) ? text : CSharpText.Literal(text);

    [GeneratedRegex(@"\A[A-Za-z/][A-Za-z0-9_./-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    /// <summary>What some reader of YAML takes for a truth value, for nothing or for a number.</summary>
    [GeneratedRegex(@"\A(true|false|yes|no|on|off|y|n|null|nan|inf)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Other();
}
