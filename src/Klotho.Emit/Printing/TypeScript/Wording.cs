using Klotho.Emit.Schema;

namespace Klotho.Emit.Printing.TypeScript;

/// <summary>Texts of a class as TypeScript writes them; in a class that components share, with holes for their names.</summary>
internal static class Wording
{
    /// <summary><c>"logs"</c>, or <c>`${name}-logs`</c>.</summary>
    public static string Literal(IEnumerable<TextPiece> pieces)
    {
        var all = pieces.ToList();
        return all is [{ IsParameter: true } only] ? Value(only) : all.Any(piece => piece.IsParameter) ? $"`{Inside(all)}`" : CSharpText.Literal(string.Concat(all.Select(piece => piece.Text)));
    }

    /// <summary>The inside of a template.</summary>
    public static string Inside(IEnumerable<TextPiece> pieces) => string.Concat(pieces.Select(piece => piece.IsParameter
        ? $"${{{Value(piece)}}}"
        : piece.Text
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("`", "\\`", StringComparison.Ordinal)
            .Replace("${", "\\${", StringComparison.Ordinal)));

    private static string Value(TextPiece parameter) => parameter.Underscored ? $"{parameter.Text}.replaceAll(\"-\", \"_\")" : parameter.Text;
}
