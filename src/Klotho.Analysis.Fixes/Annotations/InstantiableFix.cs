using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Annotations;

/// <summary>Makes a unit's class one of which there are instances.</summary>
internal sealed class InstantiableFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [ExecUnitRules.NotInstantiable];

    public IEnumerable<CodeEdit> Propose(FixPlace place) =>
        place.Shown.FirstAncestorOrSelf<ClassDeclarationSyntax>() is { TypeParameterList: null } declaration
        && declaration.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.StaticKeyword).ToList() is { Count: 1 } modifiers
            ? [new($"Remove '{modifiers[0].Text}'", CodeChange.Remove(modifiers[0])) { Redeclared = [declaration.Identifier.ValueText] }]
            : [];
}
