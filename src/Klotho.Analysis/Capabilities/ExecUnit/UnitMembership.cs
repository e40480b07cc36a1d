using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>Which unit a class is put into.</summary>
public static class UnitMembership
{
    /// <summary>The unit that the class (or the class around it) names; the default unit where none does.</summary>
    public static NodeId UnitOf(INamedTypeSymbol? type) => AnnotatedUnitOf(type) ?? ExecUnitNode.DefaultId;

    /// <summary>The unit that the class (or the class around it) names, or null.</summary>
    public static NodeId? AnnotatedUnitOf(INamedTypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var attribute = current.GetAttributes().FirstOrDefault(each => each.AttributeClass.Is(ExecUnitAnnotation.Attribute));
            if (attribute?.ConstructorArguments.FirstOrDefault().Value is string id)
            {
                return new(ExecUnitNode.Kind, id);
            }
        }

        return null;
    }
}
