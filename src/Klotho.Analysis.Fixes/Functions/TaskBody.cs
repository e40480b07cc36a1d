using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Functions;

/// <summary>Has a method return a task of what it returned.</summary>
internal static class TaskBody
{
    private const string Done = "Task.CompletedTask";

    /// <summary>What to change of the method; null where it is an iterator, or returns a reference.</summary>
    public static IReadOnlyList<CodeChange>? Of(MethodDeclarationSyntax method, SemanticModel model, CancellationToken cancel)
    {
        var isVoid = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        if (method.ReturnType is RefTypeSyntax || (method.Body is { } body && OwnStatements.Of(body).OfType<YieldStatementSyntax>().Any()))
        {
            return null;
        }

        var type = CodeChange.Replace(method.ReturnType, isVoid ? "Task" : $"Task<{method.ReturnType}>");
        return method.Modifiers.Any(SyntaxKind.AsyncKeyword) ? [type]
            : method.ExpressionBody is { } arrow ? [type, .. Arrow(method, arrow, isVoid)]
            : method.Body is { } block ? [type, .. Block(method, block, isVoid, model, cancel)]
            : [type];
    }

    private static IEnumerable<CodeChange> Arrow(MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, bool isVoid)
    {
        if (arrow.Expression is ThrowExpressionSyntax)
        {
            return [];
        }

        if (!isVoid)
        {
            return FromResult(method, arrow.Expression);
        }

        var (line, inner) = (Indentation(method), Indentation(method) + "    ");
        var before = arrow.ArrowToken.GetPreviousToken().Span.End;
        return
        [
            CodeChange.Remove(arrow, before, arrow.Expression.SpanStart) with { Text = $"\n{line}{{\n{inner}" },
            CodeChange.Append(method.SemicolonToken, $"\n{inner}return {Done};\n{line}}}"),
        ];
    }

    private static IEnumerable<CodeChange> Block(MethodDeclarationSyntax method, BlockSyntax body, bool isVoid, SemanticModel model, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        foreach (var statement in OwnStatements.Returns(body))
        {
            foreach (var change in statement.Expression is { } result ? FromResult(method, result) : [CodeChange.Append(statement.ReturnKeyword, $" {Done}")])
            {
                yield return change;
            }
        }

        if (isVoid && model.AnalyzeControlFlow(body) is { Succeeded: true, EndPointIsReachable: true })
        {
            var isOneLine = body.GetLocation().GetLineSpan() is var span && span.StartLinePosition.Line == span.EndLinePosition.Line;
            yield return isOneLine
                ? CodeChange.Insert(body.CloseBraceToken, $"return {Done}; ")
                : CodeChange.Insert(body.CloseBraceToken, $"    return {Done};\n{Indentation(method)}");
        }
    }

    // The type is written, because what is returned may be converted to it.
    private static IEnumerable<CodeChange> FromResult(MethodDeclarationSyntax method, ExpressionSyntax result) =>
        [CodeChange.Insert(result, $"Task.FromResult<{method.ReturnType}>("), CodeChange.Append(result, ")")];

    private static string Indentation(SyntaxNode node)
    {
        var line = node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart).ToString();
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }
}
