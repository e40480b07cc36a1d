using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Conventions;

/// <summary>A parsed file of the repository; <paramref name="Path"/> is relative, with forward slashes.</summary>
internal sealed record SourceFile(string Path, SyntaxTree Tree)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Project => string.Join('/', Path.Split('/').Take(2));

    public int Lines => Tree.GetText().Lines.Count;

    public CompilationUnitSyntax Unit => (CompilationUnitSyntax)Tree.GetRoot();

    /// <summary>Types that stand in a namespace, not in another type; file-local ones are part of their file's concept.</summary>
    public IEnumerable<MemberDeclarationSyntax> TopLevelTypes =>
        Unit.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
            .OfType<MemberDeclarationSyntax>()
            .Where(member => member is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
            .Where(member => !member.Modifiers.Any(SyntaxKind.FileKeyword));

    public string At(SyntaxNode node) => $"{Path}:{node.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    public static string NameOf(MemberDeclarationSyntax type) => type switch
    {
        BaseTypeDeclarationSyntax declaration => declaration.Identifier.Text,
        DelegateDeclarationSyntax declaration => declaration.Identifier.Text,
        _ => "",
    };
}
