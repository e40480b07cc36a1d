using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Sources.Edits;

/// <summary>
/// Code that an edit changed and no other code can see: a body, or statements at the top of a program. The new code is bound where the old
/// code stands, in the compilation before the edit, so that whatever it names is the same symbol as for all other code.
/// </summary>
/// <param name="Before">The old code's place; empty where there was none.</param>
/// <param name="After">The new code's place in the new version of the file.</param>
/// <param name="Old">The old body; null for statements.</param>
/// <param name="Owner">The method that runs it.</param>
/// <param name="Roots">The new code, each piece with what binds it.</param>
internal sealed record EditedPart(TextSpan Before, TextSpan After, SyntaxNode? Old, IMethodSymbol Owner, IReadOnlyList<(SyntaxNode Node, SemanticModel Model)> Roots)
{
    /// <summary>What binds a node of the new version; null where the node is none of this code.</summary>
    public SemanticModel? ModelOf(SyntaxNode node)
    {
        foreach (var (root, model) in Roots)
        {
            if (root.Span.Contains(node.Span))
            {
                return model;
            }
        }

        return null;
    }
}
