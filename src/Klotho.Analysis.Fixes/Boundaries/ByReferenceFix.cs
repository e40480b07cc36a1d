using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Boundaries;

/// <summary>
/// Passes a parameter by value: in the interface, in what implements it and in calls. What is handed out, by <c>out</c> or by a <c>ref</c> that an
/// implementation writes to, has to be returned, and how is for the author to say.
/// </summary>
internal sealed class ByReferenceFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [UnitBoundaryRules.ByReference];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (place.Shown.FirstAncestorOrSelf<ParameterSyntax>() is not { } parameter
            || parameter.Modifiers.Any(SyntaxKind.OutKeyword)
            || place.Model.GetDeclaredSymbol(parameter, place.Cancel) is not { ContainingSymbol: IMethodSymbol method } symbol
            || CalledMethod.Of(method, place.Model.Compilation, place.Cancel) is not { } called
            || called.Declarations.Any(declaration => Writes(declaration, declaration.ParameterList.Parameters[symbol.Ordinal], place)))
        {
            return [];
        }

        var modifiers = called.Declarations.SelectMany(declaration => declaration.ParameterList.Parameters[symbol.Ordinal].Modifiers).Where(IsByReference);
        var given = called.Calls.SelectMany(call => call.ArgumentList.Arguments)
            .Where(argument => IsByReference(argument.RefKindKeyword) && IsFor(argument, symbol))
            .Select(argument => argument.RefKindKeyword);
        return [new($"Pass '{symbol.Name}' by value", [.. modifiers.Concat(given).Select(CodeChange.Remove)]) { Redeclared = [method.Name] }];
    }

    private static bool Writes(MethodDeclarationSyntax method, ParameterSyntax parameter, FixPlace place)
    {
        var model = place.Model.Compilation.GetSemanticModel(method.SyntaxTree);
        var flow = method.Body is { } body ? model.AnalyzeDataFlow(body) : method.ExpressionBody is { } arrow ? model.AnalyzeDataFlow(arrow.Expression) : null;
        var symbol = model.GetDeclaredSymbol(parameter, place.Cancel);
        return flow?.WrittenInside.Any(written => SymbolEqualityComparer.Default.Equals(written, symbol)) == true;
    }

    private static bool IsFor(ArgumentSyntax argument, IParameterSymbol parameter) => argument.NameColon is { } named
        ? named.Name.Identifier.ValueText == parameter.Name
        : argument.Parent is ArgumentListSyntax list && list.Arguments.IndexOf(argument) == parameter.Ordinal;

    private static bool IsByReference(SyntaxToken modifier) => modifier.Kind() is SyntaxKind.RefKeyword or SyntaxKind.InKeyword or SyntaxKind.ReadOnlyKeyword;
}
