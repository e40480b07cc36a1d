using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>Operations that hold a thread until something else is done.</summary>
internal static class Blocking
{
    private const string Tasks = "System.Threading.Tasks.";
    private const string Awaiters = "System.Runtime.CompilerServices.";

    private static readonly string[] OfTasks = ["Task", "Task`1", "ValueTask", "ValueTask`1"];
    private static readonly string[] OfAwaiters = ["TaskAwaiter", "TaskAwaiter`1", "ValueTaskAwaiter", "ValueTaskAwaiter`1"];

    /// <summary>What blocks, as C# spells it; null where nothing does.</summary>
    public static string? Of(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result" } property when IsTask(property.Property.ContainingType) && !IsDone(property) => "Result",
        IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" } wait } when IsTask(wait.ContainingType) => $"{wait.Name}()",
        IInvocationOperation { TargetMethod: { Name: "GetResult" } get } when OfAwaiters.Any(name => get.ContainingType.Is(Awaiters + name)) => "GetResult()",
        IInvocationOperation { TargetMethod: { Name: "Sleep" } sleep } when sleep.ContainingType.Is("System.Threading.Thread") => "Thread.Sleep()",
        _ => null,
    };

    private static bool IsTask(INamedTypeSymbol type) => OfTasks.Any(name => type.Is(Tasks + name));

    // The result of a task that Task.WhenAll has waited for is there.
    private static bool IsDone(IOperation result) => result.Syntax.Ancestors().OfType<BlockSyntax>().LastOrDefault()?
        .DescendantNodes().OfType<AwaitExpressionSyntax>()
        .Any(awaited => awaited.SpanStart < result.Syntax.SpanStart && awaited.Expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WhenAll" } }) == true;
}
