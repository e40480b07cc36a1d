using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.CSharp;

/// <summary>Texts of a class as C# writes them; in a class that components share, with holes for their names.</summary>
internal static class Wording
{
    /// <summary><c>"logs"</c>, or <c>$"{name}-logs"</c>.</summary>
    public static string Literal(IEnumerable<TextPiece> pieces)
    {
        var all = pieces.ToList();
        return all is [{ IsParameter: true } only] ? Value(only) : all.Any(piece => piece.IsParameter) ? $"$\"{Inside(all)}\"" : CSharpText.Literal(string.Concat(all.Select(piece => piece.Text)));
    }

    /// <summary>The inside of an interpolated text.</summary>
    public static string Inside(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.IsParameter
        ? $"{{{Value(piece)}}}"
        : CSharpText.Escape(piece.Text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)));

    /// <summary>A comment names the parameters.</summary>
    public static string Comment(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.Text));

    public static string Value(TextPiece parameter) => parameter.Underscored ? $"{parameter.Text}.Replace('-', '_')" : parameter.Text;
}
