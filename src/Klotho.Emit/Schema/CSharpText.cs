using System.Globalization;
using System.Text;

namespace Klotho.Emit.Schema;

/// <summary>Names and literals as C# writes them.</summary>
public static class CSharpText
{
    /// <summary><c>slide-uploaded</c> and <c>slideUploaded</c> become <c>SlideUploaded</c>.</summary>
    public static string Pascal(string name)
    {
        var text = new StringBuilder(name.Length);
        var start = true;
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                start = true;
                continue;
            }

            text.Append(start ? char.ToUpperInvariant(letter) : letter);
            start = false;
        }

        return text.Length > 0 && char.IsAsciiDigit(text[0]) ? $"N{text}" : text.ToString();
    }

    public static string Camel(string name)
    {
        var pascal = Pascal(name);
        return pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];
    }

    public static string Literal(string value) => $"\"{Escape(value)}\"";

    /// <summary>The inside of a literal between quotes.</summary>
    public static string Escape(string value) => string.Concat(value.Select(letter => letter switch
    {
        '\\' => "\\\\",
        '"' => "\\\"",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when char.IsControl(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => letter.ToString(),
    }));
}
