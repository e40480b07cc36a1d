using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Functions;

/// <summary>Makes a function asynchronous, so that something can be awaited in it.</summary>
internal static class AsyncFunction
{
    /// <summary>
    /// What to change of the function around a node: nothing where it is asynchronous, and null where it cannot be, because whoever calls it
    /// would have to change too.
    /// </summary>
    public static IReadOnlyList<CodeChange>? Around(SyntaxNode node, SemanticModel model, CancellationToken cancel)
    {
        foreach (var around in node.Ancestors())
        {
            switch (around)
            {
                case LockStatementSyntax:
                    return null;
                case AnonymousFunctionExpressionSyntax function:
                    return function.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword) ? [] : Lambda(function, model, cancel);
                case LocalFunctionStatementSyntax local:
                    return Declared(local.Modifiers, local.ReturnType, local.Body, local.ExpressionBody, model, cancel);
                case GlobalStatementSyntax:
                    return [];
                case MethodDeclarationSyntax method:
                    return Declared(method.Modifiers, method.ReturnType, method.Body, method.ExpressionBody, model, cancel);
                case MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static IReadOnlyList<CodeChange>? Declared(
        SyntaxTokenList modifiers, TypeSyntax returned, BlockSyntax? body, ArrowExpressionClauseSyntax? arrow, SemanticModel model, CancellationToken cancel)
    {
        if (modifiers.Any(SyntaxKind.AsyncKeyword))
        {
            return [];
        }

        var type = model.GetTypeInfo(returned, cancel).Type;
        return TaskTypes.IsTask(type) && Returned((CSharpSyntaxNode?)body ?? arrow?.Expression, TaskTypes.HasResult(type)) is { } changes
            ? [CodeChange.Insert(returned, "async "), .. changes]
            : null;
    }

    private static IReadOnlyList<CodeChange>? Lambda(AnonymousFunctionExpressionSyntax function, SemanticModel model, CancellationToken cancel)
    {
        var type = (model.GetSymbolInfo(function, cancel).Symbol as IMethodSymbol)?.ReturnType;
        SyntaxNodeOrToken beginning = function switch
        {
            ParenthesizedLambdaExpressionSyntax lambda => (SyntaxNode?)lambda.ReturnType ?? lambda.ParameterList,
            SimpleLambdaExpressionSyntax lambda => lambda.Parameter,
            AnonymousMethodExpressionSyntax method => method.DelegateKeyword,
            _ => function,
        };
        if (TaskTypes.IsTask(type))
        {
            return Returned(function.Body, TaskTypes.HasResult(type)) is { } changes ? [CodeChange.Insert(beginning, "async "), .. changes] : null;
        }

        // A handler of any type may as well be asynchronous. Elsewhere a delegate that returns nothing would become one that nobody waits for.
        return model.GetTypeInfo(function, cancel).ConvertedType.Is("System.Delegate") ? [CodeChange.Insert(beginning, "async ")] : null;
    }

    /// <summary>What a function that hands on tasks is to return once it is asynchronous: what they result in.</summary>
    private static IReadOnlyList<CodeChange>? Returned(CSharpSyntaxNode? body, bool hasResult)
    {
        if (body is ExpressionSyntax expression)
        {
            return Result(expression);
        }

        if (body is not BlockSyntax block)
        {
            return null;
        }

        var changes = new List<CodeChange>();
        foreach (var statement in OwnStatements.Returns(block))
        {
            if (statement.Expression is not { } task || (hasResult ? Result(task) : WithoutResult(statement, task, block)) is not { } some)
            {
                return null;
            }

            changes.AddRange(some);
        }

        return changes;
    }

    private static IReadOnlyList<CodeChange> Result(ExpressionSyntax task) => task switch
    {
        ThrowExpressionSyntax => [],
        _ when TaskTypes.ResultOf(task) is { } result => [CodeChange.Remove(task, task.SpanStart, result.SpanStart), CodeChange.Remove(task, result.Span.End, task.Span.End)],
        _ => Awaiting.Whole(task),
    };

    private static IReadOnlyList<CodeChange>? WithoutResult(ReturnStatementSyntax statement, ExpressionSyntax task, BlockSyntax body)
    {
        var isLast = body.Statements.LastOrDefault() == statement;
        if (TaskTypes.IsDone(task))
        {
            return [isLast && statement.GetLeadingTrivia().All(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia))
                ? CodeChange.Remove(statement, statement.FullSpan.Start, statement.FullSpan.End)
                : CodeChange.Remove(statement, statement.ReturnKeyword.Span.End, task.Span.End)];
        }

        var awaited = CodeChange.Remove(statement, statement.ReturnKeyword.SpanStart, task.SpanStart);
        return isLast ? [awaited, .. Awaiting.Whole(task)]
            : statement.Parent is BlockSyntax ? [awaited, .. Awaiting.Whole(task), CodeChange.Append(statement, " return;")]
            : null;
    }
}
