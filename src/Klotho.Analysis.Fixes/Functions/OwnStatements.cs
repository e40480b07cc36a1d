using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Functions;

/// <summary>What belongs to a function itself, and not to one within it.</summary>
internal static class OwnStatements
{
    public static IEnumerable<SyntaxNode> Of(SyntaxNode body) =>
        body.DescendantNodes(node => node == body || node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax));

    public static IEnumerable<ReturnStatementSyntax> Returns(BlockSyntax body) => Of(body).OfType<ReturnStatementSyntax>();
}
