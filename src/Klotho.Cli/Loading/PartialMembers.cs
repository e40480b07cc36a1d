using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Cli.Loading;

/// <summary>
/// Partial methods that nobody implements. A <c>void</c> one without accessibility is legal C# whose calls vanish, so it
/// is no error, yet a source generator may be meant to implement it.
/// </summary>
internal static class PartialMembers
{
    public static bool AnyIncomplete(CSharpCompilation compilation, CancellationToken cancel) =>
        compilation.SyntaxTrees.Any(tree => Declarations(tree, cancel).Any(method =>
            compilation.GetSemanticModel(tree).GetDeclaredSymbol(method, cancel) is { PartialDefinitionPart: null, PartialImplementationPart: null }));

    private static IEnumerable<MethodDeclarationSyntax> Declarations(SyntaxTree tree, CancellationToken cancel) =>
        tree.GetRoot(cancel).DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax)
            .OfType<MethodDeclarationSyntax>()
            .Where(method => method.Body is null && method.ExpressionBody is null && method.Modifiers.Any(SyntaxKind.PartialKeyword));
}
