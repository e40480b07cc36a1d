using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Fixes;

/// <summary>A piece of a file that gets another text. What stands around it stays as somebody wrote it.</summary>
/// <param name="Tree">The file.</param>
/// <param name="Span">What is replaced; empty where something is inserted.</param>
/// <param name="Text">What stands there then.</param>
internal sealed record CodeChange(SyntaxTree Tree, TextSpan Span, string Text)
{
    public static CodeChange Replace(SyntaxNodeOrToken old, string text) => new(TreeOf(old), old.Span, text);

    public static CodeChange Insert(SyntaxNodeOrToken before, string text) => new(TreeOf(before), new(before.SpanStart, 0), text);

    public static CodeChange Append(SyntaxNodeOrToken after, string text) => new(TreeOf(after), new(after.Span.End, 0), text);

    public static CodeChange Remove(SyntaxNodeOrToken within, int from, int to) => new(TreeOf(within), TextSpan.FromBounds(from, to), "");

    /// <summary>Removes a token with what separates it from the next one.</summary>
    public static CodeChange Remove(SyntaxToken token) => Remove(token, token.SpanStart, token.GetNextToken().SpanStart);

    private static SyntaxTree TreeOf(SyntaxNodeOrToken place) => place.SyntaxTree ?? throw new ArgumentException("A change is made in a file.", nameof(place));
}
