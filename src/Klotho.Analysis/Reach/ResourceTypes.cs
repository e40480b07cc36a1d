using System.Collections.Concurrent;
using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The types of what is annotated as a resource: the only ones whose values are followed.</summary>
internal sealed class ResourceTypes
{
    private readonly HashSet<ITypeSymbol> types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> entities = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<ISymbol, INamedTypeSymbol?> owners = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> holders = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, bool> members = new(SymbolEqualityComparer.Default);
    private readonly SourceTypes source;

    public ResourceTypes(IEnumerable<FoundAnnotation> found, SourceTypes source)
    {
        this.source = source;
        entities.UnionWith(found.Select(each => each.Use).OfType<ResourceUse>().SelectMany(use => use.Sets?.Items ?? []).Select(set => set.Entity));
        foreach (var type in found.Where(each => each.Use is ResourceUse).Select(each => each.Symbol.Type).OfType<ITypeSymbol>())
        {
            types.Add(type.OriginalDefinition);
        }

        HasEntities = types.Any(type => type.DerivesFrom("Microsoft.EntityFrameworkCore.DbContext"));
    }

    public IEnumerable<ITypeSymbol> All => types;

    /// <summary>Whether there is a database.</summary>
    public bool HasEntities { get; }

    public bool IsEntity(INamedTypeSymbol type) => entities.Count > 0 && EntityWithMembersOf(type) is not null;

    /// <summary>The type if entities are of it or of what derives from it, or if it derives from what has a set; null otherwise.</summary>
    public INamedTypeSymbol? EntityWithMembersOf(INamedTypeSymbol type)
    {
        if (entities.Count == 0)
        {
            return null;
        }

        if (!owners.TryGetValue(type, out var owner))
        {
            owners[type] = owner = Bases(type).Concat(type.TypeKind == TypeKind.Class ? source.HeirsOf(type) : []).FirstOrDefault(each => entities.Contains(each.FullName()));
        }

        return owner;
    }

    public bool AreThoseOf(ResourceTypes other) => types.SetEquals(other.types) && entities.SetEquals(other.entities);

    /// <summary>Whether a value of the type can be a resource that is followed or keep one: of a resource's type, of a type parameter, which may stand for one, or a holder of such.</summary>
    public bool Contains(ITypeSymbol? type) => type is ITypeParameterSymbol || IsResource(type) || IsHolder(type);

    /// <summary>Whether variables of the type may share what they keep: what is put into one later is in the others, too.</summary>
    public bool IsShared(ITypeSymbol? type) => type is ITypeParameterSymbol || (!IsResource(type) && IsHolder(type));

    /// <summary>Whether a compiled member of a holder does no more than to keep values and to hand them out where that can be seen.</summary>
    public bool IsPlain(IMethodSymbol method)
    {
        if (!members.TryGetValue(method, out var known))
        {
            members[method] = known = method.MethodKind == MethodKind.DelegateInvoke || (HolderTypes.Has(method.ContainingType)
                && (method.MethodKind == MethodKind.Constructor || IsPlain(method.OriginalDefinition.ReturnType, method.ReturnType))
                && method.Parameters.All(parameter => IsPlain(parameter.OriginalDefinition.Type, parameter.Type)));
        }

        return known;
    }

    /// <summary>The same of a property or a field.</summary>
    public bool IsPlain(ISymbol member) => member switch
    {
        _ when member.ContainingType is { IsAnonymousType: true } => true,
        IPropertySymbol property => (property.GetMethod ?? property.SetMethod) is { } accessor && IsPlain(accessor),
        IFieldSymbol field => HolderTypes.Has(field.ContainingType),
        IMethodSymbol method => IsPlain(method),
        _ => false,
    };

    /// <summary>Whether a variable of a type that is not followed could be given a value that is.</summary>
    public bool CanHide(ITypeSymbol? type) =>
        type is not null && !type.IsValueType && type.SpecialType != SpecialType.System_String
        && (type is not INamedTypeSymbol { TypeKind: TypeKind.Class } named || named.DeclaringSyntaxReferences.IsEmpty || types.Any(each => each.TypeKind == TypeKind.Class));

    /// <summary>The types of the resources that a value of the type may keep, and the type parameters that may stand for one.</summary>
    public IReadOnlyCollection<ITypeSymbol> HeldIn(ITypeSymbol type)
    {
        var seen = new HashSet<ITypeSymbol>(SymbolEqualityComparer.Default);
        var pending = new Stack<ITypeSymbol>([type]);
        while (pending.Count > 0)
        {
            var next = pending.Pop();
            if (seen.Add(next) && IsShared(next) && next is not ITypeParameterSymbol)
            {
                Parts(next).ToList().ForEach(pending.Push);
            }
        }

        return seen.Where(each => each is ITypeParameterSymbol || IsResource(each)).ToList();
    }

    private bool IsHolder(ITypeSymbol? type)
    {
        // Few types are generic, so that few are looked up.
        if (types.Count == 0 || type is not (IArrayTypeSymbol or INamedTypeSymbol { IsGenericType: true } or INamedTypeSymbol { TypeKind: TypeKind.Delegate }
            or INamedTypeSymbol { IsAnonymousType: true } or INamedTypeSymbol { ContainingType.IsGenericType: true }))
        {
            return false;
        }

        return holders.TryGetValue(type, out var known) ? known : holders[type] = Holds(type, new(SymbolEqualityComparer.Default));
    }

    private bool Holds(ITypeSymbol type, HashSet<ISymbol> within) =>
        within.Add(type) && IsOfHolder(type) && Parts(type).Any(part => part is ITypeParameterSymbol || IsResource(part) || Holds(part, within));

    private static bool IsOfHolder(ITypeSymbol type) =>
        type is IArrayTypeSymbol or INamedTypeSymbol { TypeKind: TypeKind.Delegate } or INamedTypeSymbol { IsAnonymousType: true } || (type is INamedTypeSymbol named && HolderTypes.Has(named));

    private static IEnumerable<ITypeSymbol> Parts(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => [array.ElementType],
        INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } => invoke.Parameters.Select(parameter => parameter.Type).Append(invoke.ReturnType),
        INamedTypeSymbol { IsAnonymousType: true } anonymous => anonymous.GetMembers().OfType<IPropertySymbol>().Select(property => property.Type),
        INamedTypeSymbol named => named.ContainingType is { } containing ? named.TypeArguments.Concat(Parts(containing)) : named.TypeArguments,
        _ => [],
    };

    private bool IsPlain(ITypeSymbol declared, ITypeSymbol actual) => Contains(actual) || (!Mentions(actual) && !HolderTypes.IsAnything(declared));

    private bool Mentions(ITypeSymbol type) =>
        Contains(type) || (type is IArrayTypeSymbol array ? Mentions(array.ElementType) : type is INamedTypeSymbol named && named.TypeArguments.Any(Mentions));

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    public bool IsResource(ITypeSymbol? type) => type is not null && types.Contains(type.OriginalDefinition);
}
