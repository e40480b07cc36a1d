using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.Persist.Orm;

/// <summary>The entity sets that a context names: its <c>DbSet</c> properties, and those of its base classes.</summary>
internal static class EntitySets
{
    public static EquatableArray<EntitySet> Of(ITypeSymbol context)
    {
        var sets = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var declaring = context; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (var property in declaring.GetMembers().OfType<IPropertySymbol>())
            {
                if (property.Type is INamedTypeSymbol { TypeArguments: { Length: 1 } arguments } set && arguments[0] is INamedTypeSymbol type && set.Is("Microsoft.EntityFrameworkCore.DbSet`1"))
                {
                    var entity = type.FullName();
                    sets[entity] = sets.TryGetValue(entity, out var other) ? other : property.Name;
                }
            }
        }

        return sets.Select(each => new EntitySet(each.Key, each.Value)).OrderBy(each => each.Entity, StringComparer.Ordinal).ToEquatableArray();
    }
}
