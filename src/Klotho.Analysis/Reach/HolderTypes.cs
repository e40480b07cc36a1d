using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Types of the base library that keep values and hand them out again, to what they are given and to nobody else: collections, tasks,
/// tuples, lazy values. Comparers and collections that tell others of changes are not among them.
/// </summary>
internal static class HolderTypes
{
    private static readonly HashSet<string> Namespaces = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic", "System.Collections.Concurrent", "System.Collections.Immutable", "System.Collections.Frozen", "System.Threading.Channels",
    };

    private static readonly HashSet<string> Types = new(StringComparer.Ordinal)
    {
        "System.Array", "System.ArraySegment", "System.Lazy", "System.Memory", "System.MemoryExtensions", "System.Nullable", "System.ReadOnlyMemory",
        "System.ReadOnlySpan", "System.Span", "System.Tuple", "System.TupleExtensions", "System.ValueTuple", "System.WeakReference",
        "System.Collections.ObjectModel.Collection", "System.Collections.ObjectModel.ReadOnlyCollection", "System.Collections.ObjectModel.ReadOnlyDictionary",
        "System.Linq.AsyncEnumerable", "System.Linq.Enumerable", "System.Linq.IGrouping", "System.Linq.ILookup", "System.Linq.IOrderedAsyncEnumerable",
        "System.Linq.IOrderedEnumerable", "System.Linq.Lookup",
        "System.Runtime.CompilerServices.ConfiguredCancelableAsyncEnumerable", "System.Runtime.CompilerServices.ConfiguredTaskAwaitable",
        "System.Runtime.CompilerServices.ConfiguredValueTaskAwaitable", "System.Runtime.CompilerServices.StrongBox",
        "System.Runtime.CompilerServices.TaskAwaiter", "System.Runtime.CompilerServices.ValueTaskAwaiter",
        "System.Threading.AsyncLocal", "System.Threading.Interlocked", "System.Threading.LazyInitializer", "System.Threading.ThreadLocal", "System.Threading.Volatile",
        "System.Threading.Tasks.Parallel", "System.Threading.Tasks.Task", "System.Threading.Tasks.TaskAsyncEnumerableExtensions",
        "System.Threading.Tasks.TaskCompletionSource", "System.Threading.Tasks.TaskExtensions", "System.Threading.Tasks.TaskFactory", "System.Threading.Tasks.ValueTask",
    };

    /// <summary>Whether a compiled type, or the one that it is nested in, is one of them.</summary>
    public static bool Has(INamedTypeSymbol type)
    {
        var outer = type;
        while (outer.ContainingType is { } containing)
        {
            outer = containing;
        }

        // A tuple is declared where it is written.
        return (outer.IsTupleType || outer.DeclaringSyntaxReferences.IsEmpty)
            && outer.ContainingNamespace?.ToDisplayString() is { } space
            && (Namespaces.Contains(space) ? !outer.Name.EndsWith("Comparer", StringComparison.Ordinal) : Types.Contains($"{space}.{outer.Name}"));
    }

    /// <summary>Whether a member may take or give values of any kind in a parameter or result that is declared so: what it does with them is not seen.</summary>
    public static bool IsAnything(ITypeSymbol declared) =>
        declared.TypeKind == TypeKind.Dynamic
        || declared.SpecialType is SpecialType.System_Object or SpecialType.System_Array or SpecialType.System_Delegate or SpecialType.System_MulticastDelegate
        || declared is INamedTypeSymbol { IsGenericType: false, TypeKind: TypeKind.Interface or TypeKind.Class } named && named.ContainingNamespace?.ToDisplayString() == "System.Collections";
}
