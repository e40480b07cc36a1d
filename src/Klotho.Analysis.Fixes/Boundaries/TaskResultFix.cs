using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Fixes.Functions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Boundaries;

/// <summary>Has a method that other units call return a task: in the interface and in what implements it, and awaits it where it is called.</summary>
internal sealed class TaskResultFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [UnitBoundaryRules.NotAsync];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (place.Shown.FirstAncestorOrSelf<MethodDeclarationSyntax>() is not { } shown
            || place.Model.GetDeclaredSymbol(shown, place.Cancel) is not { } method
            || CalledMethod.Of(method, place.Model.Compilation, place.Cancel) is not { } called)
        {
            return [];
        }

        var changes = called.Declarations.Select(each => TaskBody.Of(each, ModelOf(each, place), place.Cancel)).Concat(called.Calls.Select(call => Awaited(call, place))).ToList();
        return changes.Any(each => each is null)
            ? []
            : [new($"Return {(method.ReturnsVoid ? "Task" : $"Task<{shown.ReturnType}>")}", [.. changes.OfType<IReadOnlyList<CodeChange>>().SelectMany(each => each)]) { Redeclared = [method.Name] }];
    }

    private static IReadOnlyList<CodeChange>? Awaited(InvocationExpressionSyntax call, FixPlace place)
    {
        // Of `x?.Make()` all is awaited.
        ExpressionSyntax whole = call;
        while (whole.Parent is ConditionalAccessExpressionSyntax access && access.WhenNotNull == whole)
        {
            whole = access;
        }

        var (open, close) = Awaiting.Around(whole);
        return AsyncFunction.Around(whole, ModelOf(call, place), place.Cancel) is { } around
            ? [.. around, CodeChange.Insert(whole, open), CodeChange.Append(whole, close)]
            : null;
    }

    private static SemanticModel ModelOf(SyntaxNode node, FixPlace place) => place.Model.Compilation.GetSemanticModel(node.SyntaxTree);
}
