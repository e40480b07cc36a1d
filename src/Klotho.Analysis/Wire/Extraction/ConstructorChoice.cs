using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>The constructor by which System.Text.Json makes an instance; null where a struct is made without one, or none can be made.</summary>
internal sealed record ConstructorChoice(IMethodSymbol? Method, string? Unreadable)
{
    public static ConstructorChoice Of(INamedTypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Interface)
        {
            return new(null, "is an interface");
        }

        var all = type.InstanceConstructors.Where(each => !(each.IsImplicitlyDeclared && type.IsValueType)).ToList();
        var chosen = all.Where(each => each.Json("JsonConstructor") is not null).ToList();
        var open = all.Where(each => each.DeclaredAccessibility == Accessibility.Public).ToList();
        if (chosen.Count > 1)
        {
            return new(null, "has several constructors with [JsonConstructor]");
        }

        if (type.IsAbstract)
        {
            return new(null, "is abstract");
        }

        if (chosen.Count == 0 && type.IsValueType)
        {
            return new(type.Is("System.Collections.Generic.KeyValuePair`2") ? open.FirstOrDefault(each => each.Parameters.Length == 2) : null, null);
        }

        var constructor = chosen.FirstOrDefault()
            ?? open.FirstOrDefault(each => each.Parameters.Length == 0)
            ?? (open.Count == 1 ? open[0] : null);
        return new(constructor, constructor is not null ? null
            : open.Count == 0 ? "has no public constructor"
            : "has several constructors and no [JsonConstructor]");
    }

    /// <summary>Why the constructor's parameters cannot be filled: each must be a property by name and type.</summary>
    public static string? UnboundParameter(IMethodSymbol? constructor, IReadOnlyList<MemberOfObject> members) =>
        constructor?.Parameters
            .Where(parameter => parameter.RefKind != RefKind.Out && !members.Any(member => member.IsBoundTo(parameter)))
            .Select(parameter => $"has a constructor whose parameter '{parameter.Name}' is no property of the same type")
            .FirstOrDefault();
}
