using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Klotho.Drivers;

/// <summary>
/// Makes a file name of any text: different texts get different names, also where file names ignore case. A long
/// text is hashed, so whoever needs the text back keeps it inside of the file.
/// </summary>
internal static class FileName
{
    // File systems allow 255 bytes; what is left is for endings.
    private const int LongestEscaped = 180;

    public static string Of(string text)
    {
        var escaped = Escape(text);
        return escaped.Length <= LongestEscaped
            ? escaped
            : "~" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>Whether the file may be of a text with the given prefix: false is certain.</summary>
    public static bool MayBegin(string name, string escapedPrefix) =>
        name.StartsWith('~') || name.StartsWith(escapedPrefix, StringComparison.Ordinal);

    /// <summary>The beginning of the names of all texts that begin with <paramref name="text"/> and are not hashed.</summary>
    public static string Escape(string text)
    {
        // The first character keeps clear of names that Windows reserves (con, nul).
        var name = new StringBuilder("_");
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && (char.IsAsciiLetterLower((char)rune.Value) || char.IsAsciiDigit((char)rune.Value) || rune.Value is '.' or '-' or '_'))
            {
                name.Append((char)rune.Value);
            }
            else if (rune.IsAscii && char.IsAsciiLetterUpper((char)rune.Value))
            {
                name.Append('^').Append(char.ToLowerInvariant((char)rune.Value));
            }
            else
            {
                foreach (var escaped in bytes[..rune.EncodeToUtf8(bytes)])
                {
                    name.Append(CultureInfo.InvariantCulture, $"%{escaped:x2}");
                }
            }
        }

        return name.ToString();
    }
}
