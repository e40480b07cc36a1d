using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Klotho.Drivers;

/// <summary>Which members of types are marked with <see cref="SensitiveAttribute"/>, as System.Text.Json knows the types.</summary>
internal static class SensitiveTypes
{
    /// <summary>Whether anything that a type's JSON may hold is sensitive.</summary>
    public static bool Hold(JsonTypeInfo type) => Hold(type, []);

    public static bool IsSensitive(JsonPropertyInfo property) =>
        IsMarked(property.AttributeProvider) || IsMarked(property.AssociatedParameter?.AttributeProvider);

    /// <summary>What System.Text.Json knows of a type; null where it knows nothing, because the application writes the type itself.</summary>
    public static JsonTypeInfo? Of(Type type, JsonSerializerOptions options)
    {
        try
        {
            return options.TryGetTypeInfo(type, out var found) ? found : null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool Hold(JsonTypeInfo type, HashSet<Type> seen) => seen.Add(type.Type) && type.Kind switch
    {
        JsonTypeInfoKind.Object => type.Properties.Any(property => IsSensitive(property) || Hold(property.PropertyType, type.Options, seen)) ||
            (type.PolymorphismOptions?.DerivedTypes.Any(derived => Hold(derived.DerivedType, type.Options, seen)) ?? false),
        JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary => type.ElementType is { } element && Hold(element, type.Options, seen),
        _ => Nullable.GetUnderlyingType(type.Type) is { } value && Hold(value, type.Options, seen),
    };

    private static bool Hold(Type type, JsonSerializerOptions options, HashSet<Type> seen) => Of(type, options) is { } found && Hold(found, seen);

    // Of a property that overrides another, also the other's mark.
    private static bool IsMarked(ICustomAttributeProvider? provider) => provider switch
    {
        MemberInfo member => Attribute.IsDefined(member, typeof(SensitiveAttribute), inherit: true),
        ParameterInfo parameter => Attribute.IsDefined(parameter, typeof(SensitiveAttribute), inherit: true),
        _ => provider?.IsDefined(typeof(SensitiveAttribute), inherit: true) ?? false,
    };
}
