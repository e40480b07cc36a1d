using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The members of a type that take part in JSON: those of its bases too, and of two with one name the one that hides.</summary>
internal sealed class MemberList
{
    private readonly Dictionary<string, MemberOfObject> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MemberOfObject> ignored = new(StringComparer.Ordinal);

    /// <summary>Every one, those that are ignored too: a constructor's parameter may be one of them.</summary>
    public IReadOnlyList<MemberOfObject> All => [.. byName.Values];

    public IEnumerable<MemberOfObject> Kept => byName.Values.Where(member => !member.IsIgnored);

    public static MemberList Of(INamedTypeSymbol type, WireOptions options)
    {
        var list = new MemberList();
        foreach (var level in Levels(type))
        {
            foreach (var member in DeclaredBy(level, options))
            {
                list.Add(member);
            }
        }

        return list;
    }

    private void Add(MemberOfObject member)
    {
        if (ignored.TryGetValue(member.Symbol.Name, out var hiding) && member.IsOverriddenAndIgnored(hiding))
        {
            return;
        }

        if (!byName.TryGetValue(member.Name, out var other) || other.IsIgnored)
        {
            byName[member.Name] = member;
        }

        if (member.IsIgnored)
        {
            ignored[member.Symbol.Name] = member;
        }
    }

    private static IEnumerable<INamedTypeSymbol> Levels(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return type.AllInterfaces.Prepend(type);
        }

        var levels = new List<INamedTypeSymbol>();
        for (var current = type; current is { SpecialType: not (SpecialType.System_Object or SpecialType.System_ValueType) }; current = current.BaseType)
        {
            levels.Add(current);
        }

        return levels;
    }

    private static IEnumerable<MemberOfObject> DeclaredBy(INamedTypeSymbol type, WireOptions options)
    {
        var properties = type.GetMembers().OfType<IPropertySymbol>()
            .Where(property => property is { IsStatic: false, IsIndexer: false, ExplicitInterfaceImplementations.Length: 0 })
            .Where(property => IsOpen(property.GetMethod) || IsOpen(property.SetMethod) || IsIncluded(property))
            .Cast<ISymbol>();
        var fields = type.GetMembers().OfType<IFieldSymbol>()
            .Where(field => field is { IsStatic: false, IsConst: false } && IsOfTuple(field))
            .Where(field => IsIncluded(field) || (options.IncludesFields && field.DeclaredAccessibility == Accessibility.Public))
            .Cast<ISymbol>();
        return properties.Concat(fields).Select(member => new MemberOfObject(member, NameOf(member, options), options));
    }

    private static string NameOf(ISymbol member, WireOptions options) =>
        member.Json("JsonPropertyName")?.Argument() as string ?? WireNames.Of(member.Name, options.Names);

    private static bool IsOpen(IMethodSymbol? accessor) => accessor?.DeclaredAccessibility == Accessibility.Public;

    private static bool IsIncluded(ISymbol member) => member.Json("JsonInclude") is not null;

    // The compiler's names of a tuple's elements are not its fields'.
    private static bool IsOfTuple(IFieldSymbol field) =>
        field.CorrespondingTupleField is not { } tuple || tuple.Name == field.Name;
}
