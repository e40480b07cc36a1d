using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Reads which static state code uses. What is only remembered (<c>x ??= Make()</c>, <c>GetOrAdd</c>, <c>CompareExchange</c>) is no
/// change: every process can make the same again.
/// </summary>
internal static class StaticState
{
    private static readonly string[] Changing =
    [
        "Add", "AddFirst", "AddLast", "AddOrUpdate", "AddRange", "Clear", "Dequeue", "Enqueue", "ExceptWith", "Insert", "IntersectWith", "Pop", "Push",
        "Remove", "RemoveAll", "RemoveAt", "RemoveWhere", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    ];

    private static readonly string[] Remembering = ["CompareExchange", "EnsureInitialized"];

    /// <returns>Null where the operation uses no static state of the program.</returns>
    public static StaticUse? Of(IOperation operation, SourceProgram program) =>
        operation is IMemberReferenceOperation { Member: { IsStatic: true } member } reference && HoldsState(member) && program.Declares(member)
            ? new(member, Changes(reference), operation.Syntax.GetLocation())
            : null;

    private static bool HoldsState(ISymbol member) => member switch
    {
        IFieldSymbol field => !field.IsConst && !field.IsImplicitlyDeclared && !IsOfOneThread(field),
        IPropertySymbol property => property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property)),
        _ => false,
    };

    private static bool IsOfOneThread(IFieldSymbol field) => field.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "ThreadStaticAttribute");

    private static bool Changes(IOperation reference) => reference.Parent switch
    {
        ICoalesceAssignmentOperation => false,
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out, Parent: IInvocationOperation call } => !Remembering.Contains(call.TargetMethod.Name),
        IInvocationOperation call => call.Instance == reference && IsCollection(call.TargetMethod.ContainingType) && Changing.Contains(call.TargetMethod.Name),
        IPropertyReferenceOperation { Property.IsIndexer: true } item => item.Instance == reference && IsCollection(item.Property.ContainingType) && Changes(item),
        IArrayElementReferenceOperation element => element.ArrayReference == reference && Changes(element),
        ITupleOperation { Parent: IDeconstructionAssignmentOperation deconstruction } tuple => deconstruction.Target == tuple,
        _ => false,
    };

    private static bool IsCollection(INamedTypeSymbol? type) =>
        type?.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true;
}
