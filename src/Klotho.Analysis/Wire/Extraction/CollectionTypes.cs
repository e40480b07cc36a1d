using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>
/// Which types are lists and maps, in the order in which System.Text.Json asks: what implements <c>IEnumerable</c> is one
/// of them, whatever properties it has.
/// </summary>
internal static class CollectionTypes
{
    private const string Generic = "System.Collections.Generic.", Immutable = "System.Collections.Immutable.", Concurrent = "System.Collections.Concurrent.", Old = "System.Collections.";

    private static readonly (string Name, WireListKind Kind)[] ImmutableLists =
    [
        (Immutable + "ImmutableArray`1", WireListKind.List),
        (Immutable + "ImmutableList`1", WireListKind.List),
        (Immutable + "IImmutableList`1", WireListKind.List),
        (Immutable + "ImmutableStack`1", WireListKind.Stack),
        (Immutable + "IImmutableStack`1", WireListKind.Stack),
        (Immutable + "ImmutableQueue`1", WireListKind.List),
        (Immutable + "IImmutableQueue`1", WireListKind.List),
        (Immutable + "ImmutableSortedSet`1", WireListKind.Set),
        (Immutable + "ImmutableHashSet`1", WireListKind.Set),
        (Immutable + "IImmutableSet`1", WireListKind.Set),
    ];

    private static readonly string[] ImmutableMaps =
        [Immutable + "ImmutableDictionary`2", Immutable + "IImmutableDictionary`2", Immutable + "ImmutableSortedDictionary`2"];

    // Interfaces of which System.Text.Json knows a class to make.
    private static readonly string[] ReadableInterfaces =
    [
        Generic + "IDictionary`2", Generic + "IReadOnlyDictionary`2", Generic + "IList`1", Generic + "ISet`1",
        Generic + "ICollection`1", Generic + "IEnumerable`1", Generic + "IReadOnlyCollection`1", Generic + "IReadOnlyList`1",
        Old + "IDictionary", Old + "IList", Old + "ICollection", Old + "IEnumerable",
    ];

    public static CollectionType? Of(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol array)
        {
            return new(WireListKind.List, IsMap: false, null, array.ElementType);
        }

        if (type is INamedTypeSymbol memory && ScalarTypes.IsMemory(memory))
        {
            return new(WireListKind.List, IsMap: false, null, memory.TypeArguments[0]);
        }

        return type is INamedTypeSymbol named && Implementation.Of(type, Old + "IEnumerable") is not null
            ? OfList(named) ?? OfOld(named)
            : null;
    }

    private static CollectionType? OfList(INamedTypeSymbol type)
    {
        var made = CanBeMade(type);
        return List(Implementation.Base(type, Generic + "List`1"), made)
            ?? Map(Implementation.Base(type, Generic + "Dictionary`2"), made)
            ?? (ImmutableMaps.Any(name => type.Is(name)) ? Map(type, isReadable: true) : null)
            ?? Map(Implementation.Of(type, Generic + "IDictionary`2"), made)
            ?? Map(Implementation.Of(type, Generic + "IReadOnlyDictionary`2"), IsReadableInterface(type))
            ?? ImmutableLists.Where(each => type.Is(each.Name)).Select(each => new CollectionType(each.Kind, IsMap: false, null, type.TypeArguments[0])).FirstOrDefault()
            ?? List(Implementation.Of(type, Generic + "IList`1"), made)
            ?? List(Implementation.Of(type, Generic + "ISet`1"), made, WireListKind.Set)
            ?? List(Implementation.Of(type, Generic + "ICollection`1"), made)
            ?? List(Implementation.Base(type, Generic + "Stack`1"), made, WireListKind.Stack)
            ?? List(Implementation.Base(type, Generic + "Queue`1"), made)
            ?? List(Implementation.Base(type, Concurrent + "ConcurrentStack`1"), made, WireListKind.Stack)
            ?? List(Implementation.Base(type, Concurrent + "ConcurrentQueue`1"), made)
            ?? List(Implementation.Of(type, Generic + "IEnumerable`1"), IsReadableInterface(type));
    }

    private static CollectionType OfOld(INamedTypeSymbol type) =>
        Implementation.Of(type, Old + "IDictionary") is not null
            ? new(CanBeMade(type) ? WireListKind.List : WireListKind.Unreadable, IsMap: true, null, null)
            : new(
                !CanBeMade(type) ? WireListKind.Unreadable
                : Implementation.Base(type, Old + "Stack") is not null ? WireListKind.Stack
                : Implementation.Of(type, Old + "IList") is not null || Implementation.Base(type, Old + "Queue") is not null || IsReadableInterface(type) ? WireListKind.List
                : WireListKind.Unreadable,
                IsMap: false,
                null,
                null);

    private static CollectionType? List(INamedTypeSymbol? type, bool isReadable, WireListKind kind = WireListKind.List) =>
        type is null ? null : new(isReadable ? kind : WireListKind.Unreadable, IsMap: false, null, type.TypeArguments[0]);

    private static CollectionType? Map(INamedTypeSymbol? type, bool isReadable) =>
        type is null ? null : new(isReadable ? WireListKind.List : WireListKind.Unreadable, IsMap: true, type.TypeArguments[0], type.TypeArguments[1]);

    private static bool CanBeMade(INamedTypeSymbol type) =>
        IsReadableInterface(type)
        || type is { TypeKind: TypeKind.Struct }
        || (type is { TypeKind: TypeKind.Class, IsAbstract: false }
            && type.InstanceConstructors.Any(constructor => constructor is { Parameters.Length: 0, DeclaredAccessibility: Accessibility.Public }));

    private static bool IsReadableInterface(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Interface && ReadableInterfaces.Any(name => type.Is(name));
}
