using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Fixes.Functions;
using Klotho.Analysis.Reach;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Klotho.Analysis.Fixes.Calls;

/// <summary>Awaits what nobody waits for, or what a thread waits for, and makes the function asynchronous where it is not and can be.</summary>
internal sealed class AwaitFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [ReachRules.NotAwaited, ReachRules.Blocks];

    public IEnumerable<CodeEdit> Propose(FixPlace place) =>
        place.Shown.FirstAncestorOrSelf<ExpressionSyntax>(node => node is InvocationExpressionSyntax or MemberAccessExpressionSyntax) is { } call
        && (Blocking(call) ?? Dropped(call)) is { } changes
        && AsyncFunction.Around(call, place.Model, place.Cancel) is { } around
            ? [new("Await it", [.. around, .. changes])]
            : [];

    private static IEnumerable<CodeChange>? Dropped(ExpressionSyntax call) => call.Parent switch
    {
        ExpressionStatementSyntax => [CodeChange.Insert(call, "await ")],
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax } discard =>
            [CodeChange.Remove(discard, discard.SpanStart, call.SpanStart), CodeChange.Insert(call, "await ")],
        _ => null,
    };

    /// <summary><c>x.Result</c>, <c>x.Wait()</c>, <c>x.GetAwaiter().GetResult()</c>, <c>Thread.Sleep(n)</c> and <c>Task.WaitAll(x, y)</c>.</summary>
    private static IEnumerable<CodeChange>? Blocking(ExpressionSyntax call) => call switch
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
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" } sleep } => [CodeChange.Replace(sleep, "await Task.Delay")],
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: { Identifier.ValueText: "WaitAll" or "WaitAny" } wait } } =>
            [CodeChange.Insert(call, "await "), CodeChange.Replace(wait, wait.Identifier.ValueText == "WaitAll" ? "WhenAll" : "WhenAny")],
        _ => null,
    };

    private static IEnumerable<CodeChange> Instead(ExpressionSyntax call, ExpressionSyntax task)
    {
        var (open, close) = Awaiting.Around(call);
        return [CodeChange.Insert(call, open), new(call.SyntaxTree, TextSpan.FromBounds(task.Span.End, call.Span.End), close)];
    }
}
