using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>The tokens of two versions of a file outside of what was edited.</summary>
internal static class SharedTokens
{
    /// <summary>Each with its places in both versions; null where the versions differ elsewhere, if only in a directive.</summary>
    public static IReadOnlyList<(TextSpan Old, TextSpan Young)>? Of(SyntaxNode old, SyntaxNode young, IReadOnlyList<SyntaxNode> oldParts, IReadOnlyList<SyntaxNode> youngParts)
    {
        if (oldParts.Concat(youngParts).Any(part => part.ContainsDirectives))
        {
            return null;
        }

        var shared = new List<(TextSpan, TextSpan)>();
        using var one = Outside(old, oldParts).GetEnumerator();
        using var other = Outside(young, youngParts).GetEnumerator();
        while (true)
        {
            var (hasOne, hasOther) = (one.MoveNext(), other.MoveNext());
            if (hasOne != hasOther || (hasOne && !IsSame(one.Current, other.Current)))
            {
                return null;
            }

            if (!hasOne)
            {
                return shared;
            }

            if (!one.Current.Span.IsEmpty || one.Current.IsKind(SyntaxKind.EndOfFileToken))
            {
                shared.Add((one.Current.Span, other.Current.Span));
            }
        }
    }

    private static IEnumerable<SyntaxToken> Outside(SyntaxNode root, IReadOnlyList<SyntaxNode> parts)
    {
        var left = new HashSet<SyntaxNode>(parts);
        return root.DescendantTokens(node => !left.Contains(node));
    }

    private static bool IsSame(SyntaxToken one, SyntaxToken other) =>
        one.RawKind == other.RawKind && one.Text == other.Text
        && (!(one.ContainsDirectives || other.ContainsDirectives) || Directives(one).SequenceEqual(Directives(other), StringComparer.Ordinal));

    private static IEnumerable<string> Directives(SyntaxToken token) => token.LeadingTrivia.Where(trivia => trivia.IsDirective).Select(trivia => trivia.ToString());
}
