using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Fixes.Payloads;

/// <summary>Attributes on lines of their own.</summary>
internal static class AttributeLine
{
    public static CodeChange Before(SyntaxNode declaration, IEnumerable<string> attributes)
    {
        var line = declaration.SyntaxTree.GetText().Lines.GetLineFromPosition(declaration.SpanStart).ToString();
        var indentation = line.Substring(0, line.Length - line.TrimStart().Length);
        return CodeChange.Insert(declaration, string.Concat(attributes.Select(attribute => $"{attribute}\n{indentation}")));
    }
}
