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

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        var hidden = place.Shown.DescendantNodesAndSelf().OfType<TypeSyntax>()
            .SelectMany(type => place.Model.GetTypeInfo(type, place.Cancel).Type?.DeclaringSyntaxReferences ?? [])
            .Where(reference => reference.SyntaxTree == place.Model.SyntaxTree)
            .Select(reference => reference.GetSyntax(place.Cancel))
            .OfType<BaseTypeDeclarationSyntax>()
            .Where(type => type.Modifiers.Any(IsHiding))
            .Distinct()
            .ToList();
        return hidden.Count == 1 ? [new($"Make '{hidden[0].Identifier.ValueText}' internal", Visible(hidden[0].Modifiers))] : [];
    }

    private static bool IsHiding(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.FileKeyword;

    private static CodeChange[] Visible(SyntaxTokenList modifiers)
    {
        var hiding = modifiers.Where(IsHiding).ToList();
        return [CodeChange.Replace(hiding[0], "internal"), .. hiding.Skip(1).Select(CodeChange.Remove)];
    }
}
