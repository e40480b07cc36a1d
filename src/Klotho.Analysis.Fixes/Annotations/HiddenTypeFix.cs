using Klotho.Analysis.Annotations;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Annotations;

/// <summary>Makes a type internal that the generated wiring has to name, where it is declared in the same file.</summary>
internal sealed class HiddenTypeFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [AnnotationRules.HiddenType];

    public CodeEdit? Propose(SyntaxNode shown, SemanticModel model, CancellationToken cancel)
    {
        var hidden = shown.DescendantNodesAndSelf().OfType<TypeSyntax>()
            .SelectMany(type => model.GetTypeInfo(type, cancel).Type?.DeclaringSyntaxReferences ?? [])
            .Where(reference => reference.SyntaxTree == model.SyntaxTree)
            .Select(reference => reference.GetSyntax(cancel))
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(IsHiding))
            .Distinct()
            .ToList();
        return hidden.Count == 1 ? new($"Make '{hidden[0].Identifier.ValueText}' internal", hidden[0], WithInternal(hidden[0])) : null;
    }

    private static bool IsHiding(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.FileKeyword;

    private static BaseTypeDeclarationSyntax WithInternal(BaseTypeDeclarationSyntax type)
    {
        var visible = SyntaxFactory.Token(SyntaxKind.InternalKeyword).WithTriviaFrom(type.Modifiers.First(IsHiding));
        return type.WithModifiers(SyntaxFactory.TokenList(type.Modifiers.Where(modifier => !IsHiding(modifier)).Prepend(visible)));
    }
}
