using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The types of what is annotated as a resource: the only ones whose values are followed.</summary>
internal sealed class ResourceTypes
{
    private readonly HashSet<ITypeSymbol> types = new(SymbolEqualityComparer.Default);
    private readonly HashSet<string> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<ISymbol, INamedTypeSymbol?> owners = new(SymbolEqualityComparer.Default);
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

    /// <summary>Whether a value of the type can be a resource that is followed: of a resource's type, or of a type parameter, which may stand for one.</summary>
    public bool Contains(ITypeSymbol? type) => type is ITypeParameterSymbol || IsResource(type);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    public bool IsResource(ITypeSymbol? type) => type is not null && types.Contains(type.OriginalDefinition);

    /// <summary>Whether the type is a task of a resource.</summary>
    public bool ContainsTaskOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task && Contains(task.TypeArguments[0]);
}
