using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Boundaries;

/// <summary>Passes a parameter by value. What is handed out by <c>out</c> needs more than one edit.</summary>
internal sealed class ByReferenceFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [UnitBoundaryRules.ByReference];

    public CodeEdit? Propose(SyntaxNode shown, SemanticModel model, CancellationToken cancel) =>
        shown.FirstAncestorOrSelf<ParameterSyntax>() is { } parameter && parameter.Modifiers.Any(IsByReference) && !parameter.Modifiers.Any(SyntaxKind.OutKeyword)
            ? new($"Pass '{parameter.Identifier.ValueText}' by value", parameter, parameter.WithModifiers(SyntaxFactory.TokenList(parameter.Modifiers.Where(modifier => !IsByReference(modifier)))))
            : null;

    private static bool IsByReference(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword;
}
