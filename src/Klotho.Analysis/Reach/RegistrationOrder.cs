using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Reach;

/// <summary>Which registrations of a service are sure to be followed by another one of it, so that nobody who asks for one is given what they make.</summary>
internal static class RegistrationOrder
{
    public static IEnumerable<Registration> Overridden(IReadOnlyList<Registration> registrations) =>
        from same in registrations.Where(each => each.Key != Variable.AnyKey && each.Service is { IsGenericType: false })
            .GroupBy(each => each.Service, (_, each) => each.ToList(), SymbolEqualityComparer.Default)
        from early in same
        where same.Any(late => late.Key == early.Key && Follows(late, early))
        select early;

    // A statement of its own, on the same collection, in the same body and after everything that may register the other.
    private static bool Follows(Registration late, Registration early)
    {
        if (late == early || NameOf(late.Call) is not { Identifier.ValueText: var name } at || name.StartsWith("Try", StringComparison.Ordinal) || NameOf(early.Call) is not { } before)
        {
            return false;
        }

        var statement = late.Call.Ancestors().OfType<ExpressionStatementSyntax>().FirstOrDefault();
        return statement is not null && IsOf(statement, late.Call)
            && late.Call.SyntaxTree == early.Call.SyntaxTree && before.SpanStart < at.SpanStart
            && BodyOf(statement) is { } body && statement.Parent is GlobalStatementSyntax or BlockSyntax && Container(statement) == body && BodyOf(early.Call) == body
            && Root(late.Call) is { } collection && collection == Root(early.Call)
            && !body.DescendantNodes(node => node == body || !IsFunction(node)).Any(node => node is GotoStatementSyntax || (node is ReturnStatementSyntax && node.SpanStart < at.SpanStart));
    }

    // The call, or one that it is chained to.
    private static bool IsOf(ExpressionStatementSyntax statement, SyntaxNode call) =>
        call.Ancestors().TakeWhile(node => node != statement).All(node => node is MemberAccessExpressionSyntax or InvocationExpressionSyntax);

    private static SyntaxNode? Container(SyntaxNode statement) => statement.Parent is GlobalStatementSyntax global ? global.Parent : statement.Parent?.Parent;

    private static SyntaxNode? BodyOf(SyntaxNode node) => node.Ancestors().FirstOrDefault(each => each is CompilationUnitSyntax || IsFunction(each));

    private static bool IsFunction(SyntaxNode node) =>
        node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or TypeDeclarationSyntax;

    private static SimpleNameSyntax? NameOf(SyntaxNode call) => (call as InvocationExpressionSyntax)?.Expression is MemberAccessExpressionSyntax access ? access.Name : null;

    // What the first call of a chain is made on, as it is written.
    private static string? Root(SyntaxNode call)
    {
        var current = call as ExpressionSyntax;
        while (current is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access })
        {
            current = access.Expression;
        }

        // A class is none: one calls the method on that for whichever collection.
        return current is IdentifierNameSyntax or MemberAccessExpressionSyntax && current.WithoutTrivia().ToString() is { } root && !root.EndsWith("Extensions", StringComparison.Ordinal) ? root : null;
    }
}
