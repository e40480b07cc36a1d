using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>What every method that the runtime calls must look like, and what is wrong with one that does not.</summary>
public static class HandlerShape
{
    private const string Cancellation = "System.Threading.CancellationToken";
    private const string Context = "Klotho.MessageContext";

    /// <summary>What keeps the runtime from calling the method, as the middle of a sentence, or null.</summary>
    public static string? WhatIsWrong(IMethodSymbol method) => method switch
    {
        { IsStatic: true } => "is static",
        { IsAbstract: true } => "is abstract",
        { IsGenericMethod: true } => "is generic",
        { ContainingType.TypeKind: not TypeKind.Class } => "is not in a class",
        { ContainingType.IsAbstract: true } => "is in an abstract class",
        { ContainingType.IsGenericType: true } => "is in a generic class",
        { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal } =>
            "is not accessible to the generated wiring (make it public or internal)",
        _ when method.ReturnType.Is("System.Threading.Tasks.Task") || method.ReturnType.Is("System.Threading.Tasks.ValueTask") => null,
        _ => $"returns '{method.ReturnType.ToMessage()}' instead of Task or ValueTask",
    };

    /// <summary>What a parameter is given, or null where it can be given nothing but a message.</summary>
    public static HandlerArgument? KnownArgument(IParameterSymbol parameter) =>
        parameter.Type.Is(Cancellation) ? HandlerArgument.Cancellation
        : parameter.Type.Is(Context) ? HandlerArgument.Context
        : null;
}
