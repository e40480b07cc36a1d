using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Reach;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Calls;

/// <summary>Awaits what nobody waits for, or what a thread waits for, in functions that are asynchronous already.</summary>
internal sealed class AwaitFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [ReachRules.NotAwaited, ReachRules.Blocks];

    public CodeEdit? Propose(SyntaxNode shown, SemanticModel model, CancellationToken cancel) =>
        shown.FirstAncestorOrSelf<ExpressionSyntax>(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax) is { } call && IsInAsync(call)
            ? Blocking(call) ?? Dropped(call)
            : null;

    private static CodeEdit? Dropped(ExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax => new("Await it", call, Await(call)),
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard => new("Await it", discard, Await(call)),
        _ => null,
    };

    /// <summary><c>x.Result</c>, <c>x.Wait()</c>, <c>x.GetAwaiter().GetResult()</c> and <c>Thread.Sleep(n)</c>.</summary>
    private static CodeEdit? Blocking(ExpressionSyntax call) => call switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => Instead(call, task),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task }, ArgumentList.Arguments.Count: 0 } => Instead(call, task),
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "GetAwaiter", Expression: var task } },
            },
        } => Instead(call, task),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" } } sleep =>
            Instead(call, SyntaxFactory.InvocationExpression(SyntaxFactory.ParseExpression("Task.Delay"), sleep.ArgumentList)),
        _ => null,
    };

    private static CodeEdit Instead(ExpressionSyntax call, ExpressionSyntax task) => new("Await it", call, call.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax
        ? SyntaxFactory.ParenthesizedExpression(Await(task))
        : Await(task));

    private static AwaitExpressionSyntax Await(ExpressionSyntax task) =>
        SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());

    private static bool IsInAsync(SyntaxNode node)
    {
        foreach (var around in node.Ancestors())
        {
            switch (around)
            {
                case LockStatementSyntax:
                    return false;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword);
                case LocalFunctionStatementSyntax local:
                    return local.Modifiers.Any(SyntaxKind.AsyncKeyword);
                case MemberDeclarationSyntax member:
                    return member is GlobalStatementSyntax || member.Modifiers.Any(SyntaxKind.AsyncKeyword);
            }
        }

        return false;
    }
}
