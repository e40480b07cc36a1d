using System.Text;

namespace Klotho.Emit.Printing;

/// <summary>Lines of a source file with their indentation.</summary>
internal sealed class CodeText
{
    private readonly StringBuilder text = new();

    public int Depth { get; private set; }

    public void Line(string line = "")
    {
        if (line.Length > 0)
        {
            text.Append(' ', Depth * 4).Append(line);
        }

        text.Append('\n');
    }

    /// <summary>A head, and lines in braces; <paramref name="close"/> follows the closing brace.</summary>
    public void Block(string head, Action body, string close = "")
    {
        Line(head);
        Line("{");
        Depth++;
        body();
        Depth--;
        Line("}" + close);
    }

    /// <summary>Lines between two that open and close them.</summary>
    public void Enclosed(string open, Action body, string close)
    {
        Line(open);
        Indented(body);
        Line(close);
    }

    /// <summary>A text of several lines whose further ones stand at the margin, because their indentation is part of it.</summary>
    public void Verbatim(string lines) => text.Append(' ', Depth * 4).Append(lines).Append('\n');

    /// <summary>Lines one step further in.</summary>
    public void Indented(Action body)
    {
        Depth++;
        body();
        Depth--;
    }

    /// <summary>A comment, broken into lines of at most 120 characters.</summary>
    public void Comment(string comment, string mark = "//")
    {
        var width = 120 - (Depth * 4) - mark.Length - 1;
        var line = new StringBuilder();
        foreach (var word in comment.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                Line($"{mark} {line}");
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            Line($"{mark} {line}");
        }
    }

    public override string ToString() => text.ToString();
}
