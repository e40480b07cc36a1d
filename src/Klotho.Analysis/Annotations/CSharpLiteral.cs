using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Analysis.Annotations;

/// <summary>Texts as generated code writes them.</summary>
public static class CSharpLiteral
{
    public static string Of(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);
}
