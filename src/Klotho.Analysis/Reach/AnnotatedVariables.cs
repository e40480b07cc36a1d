using System.Collections.Immutable;
using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>The variables that hold a resource because of their annotation: where every unit's flows begin, found once for all of them.</summary>
internal sealed class AnnotatedVariables
{
    private readonly Dictionary<Variable, List<ResourceUse>> holds = [];

    public AnnotatedVariables(IEnumerable<FoundAnnotation> annotations)
    {
        var known = new HashSet<(Variable, ResourceUse)>();
        foreach (var found in annotations)
        {
            if (found.Use is ResourceUse resource)
            {
                foreach (var variable in Of(found.Symbol, resource).Where(variable => known.Add((variable, Held(variable, resource)))))
                {
                    Add(variable, Held(variable, resource));
                }
            }
        }
    }

    public IReadOnlyList<ResourceUse> In(Variable variable) =>
        holds.TryGetValue(variable, out var held) ? held : ImmutableArray<ResourceUse>.Empty;

    // The symbol itself, and what dependency injection gives for its type with the resource's key or with one that nobody knows.
    private static IEnumerable<Variable> Of(AnnotatedSymbol symbol, ResourceUse resource)
    {
        yield return new(symbol.Symbol);
        if (symbol.Type?.OriginalDefinition is { } type)
        {
            yield return new(type, resource.Node.Id.Name);
            yield return new(type, Variable.AnyKey);
        }
    }

    // Who vouches for what he is handed does not vouch for what others resolve.
    private static ResourceUse Held(Variable variable, ResourceUse resource) => variable.Key is null ? resource : resource with { Vouched = null };

    private void Add(Variable variable, ResourceUse resource)
    {
        if (!holds.TryGetValue(variable, out var held))
        {
            holds[variable] = held = [];
        }

        held.Add(resource);
    }
}
