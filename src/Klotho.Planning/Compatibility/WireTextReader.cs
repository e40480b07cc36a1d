using System.Globalization;
using Klotho.Analysis.Wire;

namespace Klotho.Planning.Compatibility;

/// <summary>Reads what <see cref="WireText"/> prints. A member returns null where the text is not that.</summary>
internal sealed class WireTextReader(string text)
{
    private static readonly Dictionary<string, WireScalarKind> Scalars =
        Enum.GetValues<WireScalarKind>().ToDictionary(WireText.Word, StringComparer.Ordinal);

    private int at;

    public bool IsAtEnd => at == text.Length;

    public WireValue? Value()
    {
        if (Shape() is not { } shape)
        {
            return null;
        }

        var mayBeNull = Take("?");
        var implied = WireText.RefusesByItself(shape, mayBeNull);
        return new(shape, mayBeNull, Take("!") || (implied && !Take("~")));
    }

    private WireShape? Shape() => Take("@") ? Reference() : Word() switch
    {
        "list" => List(WireListKind.List),
        "set" => List(WireListKind.Set),
        "stack" => List(WireListKind.Stack),
        "unreadable-list" => List(WireListKind.Unreadable),
        "map" => Map(isReadable: true),
        "unreadable-map" => Map(isReadable: false),
        "any" => new WireAny(),
        "nothing" => new WireNothing(),
        "opaque" => Bracketed() is { } converter ? new WireOpaque(converter) : null,
        "unsupported" => Bracketed()?.Split(": ", 2) is [var type, var reason] ? new WireUnsupported(type, reason) : null,
        var word => Scalar(word),
    };

    private WireScalar? Scalar(string word)
    {
        if (!Scalars.TryGetValue(word, out var kind))
        {
            return null;
        }

        if (!Take(":"))
        {
            return new(kind);
        }

        return int.TryParse(Word(), NumberStyles.None, CultureInfo.InvariantCulture, out var numbers) ? new(kind, (WireNumbers)numbers) : null;
    }

    private WireReference? Reference()
    {
        var name = Until("?!~,> ");
        return name.Length > 0 ? new(new(name)) : null;
    }

    private WireList? List(WireListKind kind) =>
        Take("<") && Value() is { } element && Take(">") ? new(kind, element) : null;

    private WireMap? Map(bool isReadable) =>
        Take("<") && Shape() is { } key && Take(", ") && Value() is { } element && Take(">") ? new(key, element, isReadable) : null;

    private string? Bracketed()
    {
        if (!Take("("))
        {
            return null;
        }

        var content = Until(")");
        return Take(")") ? content : null;
    }

    private string Word()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '-'))
        {
            at++;
        }

        return text[start..at];
    }

    /// <summary>Up to one of the characters, which brackets hide: the names of types have their own commas.</summary>
    private string Until(string ends)
    {
        var start = at;
        var depth = 0;
        while (at < text.Length && (depth > 0 || !ends.Contains(text[at], StringComparison.Ordinal)))
        {
            depth += text[at] switch
            {
                '<' or '(' or '[' => 1,
                '>' or ')' or ']' => -1,
                _ => 0,
            };
            at++;
        }

        return text[start..at];
    }

    private bool Take(string word)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            return false;
        }

        at += word.Length;
        return true;
    }
}
