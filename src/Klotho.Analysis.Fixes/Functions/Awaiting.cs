using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Functions;

/// <summary>How an expression is awaited where it stands.</summary>
internal static class Awaiting
{
    /// <summary>What to write before and after what is awaited: parentheses where something is done with its result.</summary>
    public static (string Open, string Close) Around(ExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or InvocationExpressionSyntax
        || call.Parent is ConditionalAccessExpressionSyntax access && access.Expression == call
        || call.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            ? ("(await ", ")")
            : ("await ", "");

    /// <summary>What to write around an expression to await all of it.</summary>
    public static IReadOnlyList<CodeChange> Whole(ExpressionSyntax task) => task switch
    {
        AwaitExpressionSyntax => [],
        InvocationExpressionSyntax or MemberAccessExpressionSyntax or SimpleNameSyntax or ElementAccessExpressionSyntax or ObjectCreationExpressionSyntax or ParenthesizedExpressionSyntax =>
            [CodeChange.Insert(task, "await ")],
        _ => [CodeChange.Insert(task, "await ("), CodeChange.Append(task, ")")],
    };
}
