using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Reach;

/// <summary>What stands around a call in its own function.</summary>
internal static class CallPlace
{
    private const string Tasks = "System.Threading.Tasks.";

    /// <summary>Whether the call makes a task that nobody waits for.</summary>
    public static bool IsDropped(Location at, SourceProgram program)
    {
        var call = Call(at);
        return call?.Parent is ExpressionStatementSyntax or AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "_" }, Parent: ExpressionStatementSyntax }
            && program.ModelOf(call).GetTypeInfo(call).Type is { } type
            && new[] { "Task", "Task`1", "ValueTask", "ValueTask`1" }.Any(name => type.Is(Tasks + name));
    }

    /// <summary>The cancellation token that is at hand where the call takes one and is given none; null where all is well.</summary>
    public static string? DroppedToken(Location at, SourceProgram program) =>
        Call(at) is { } call && TokenAtHand.Of(call, program.ModelOf(call)) is { } dropped ? dropped.Token.Name : null;

    /// <summary>Whether the call is made once for each turn of a loop.</summary>
    public static bool IsRepeated(Location at) => Call(at) is { } call && call.Ancestors()
        .TakeWhile(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax))
        .Any(node => node switch
        {
            CommonForEachStatementSyntax each => each.Statement.Span.Contains(call.Span),
            ForStatementSyntax counted => counted.Statement.Span.Contains(call.Span),
            WhileStatementSyntax or DoStatementSyntax => true,
            _ => false,
        });

    private static InvocationExpressionSyntax? Call(Location at) =>
        at.SourceTree?.GetRoot().FindNode(at.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>();
}
