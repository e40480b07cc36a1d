using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Functions;

/// <summary>What asynchronous functions return, and tasks that are done already.</summary>
internal static class TaskTypes
{
    private static readonly string[] Names = ["Task", "Task`1", "ValueTask", "ValueTask`1"];

    public static bool IsTask(ITypeSymbol? type) => Names.Any(name => type.Is("System.Threading.Tasks." + name));

    public static bool HasResult(ITypeSymbol? type) => type is INamedTypeSymbol { TypeArguments.Length: 1 };

    /// <summary><c>Task.CompletedTask</c> or <c>default</c>.</summary>
    public static bool IsDone(ExpressionSyntax task) => task is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "CompletedTask" } or LiteralExpressionSyntax or DefaultExpressionSyntax;

    /// <summary>What <c>Task.FromResult</c> is given.</summary>
    public static ExpressionSyntax? ResultOf(ExpressionSyntax task) =>
        task is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "FromResult" }, ArgumentList.Arguments: { Count: 1 } given } ? given[0].Expression : null;
}
