using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The types of what is annotated as a resource: the only ones whose values are followed.</summary>
internal sealed class ResourceTypes
{
    private readonly HashSet<ITypeSymbol> types = new(SymbolEqualityComparer.Default);

    public ResourceTypes(IEnumerable<FoundAnnotation> found)
    {
        foreach (var type in found.Where(each => each.Use is ResourceUse).Select(each => each.Symbol.Type).OfType<ITypeSymbol>())
        {
            types.Add(type.OriginalDefinition);
        }
    }

    public IEnumerable<ITypeSymbol> All => types;

    public bool AreThoseOf(ResourceTypes other) => types.SetEquals(other.types);

    /// <summary>Whether a value of the type can be a resource that is followed: of a resource's type, or of a type parameter, which may stand for one.</summary>
    public bool Contains(ITypeSymbol? type) => type is ITypeParameterSymbol || IsResource(type);

    public bool IsResource(ITypeSymbol? type) => type is not null && types.Contains(type.OriginalDefinition);

    /// <summary>Whether the type is a task of a resource.</summary>
    public bool ContainsTaskOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task && Contains(task.TypeArguments[0]);
}
