using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Reads a type that becomes a JSON object.</summary>
internal sealed class ObjectReader(TypeReader types, INamedTypeSymbol type)
{
    public WireObject Read(WireTypeName name)
    {
        var constructor = ConstructorChoice.Of(type);
        var members = MemberList.Of(type, types.Options);
        var properties = new PropertyReader(types, type, constructor.Method);
        return new(name, members.Kept.Where(each => !each.IsExtension).Select(properties.Read).OrderBy(each => each.Name, StringComparer.Ordinal).ToEquatableArray())
        {
            Unreadable = constructor.Unreadable ?? ConstructorChoice.UnboundParameter(constructor.Method, members.All),
            Unknown = members.Kept.Any(each => each.IsExtension) ? WireUnknownProperties.Kept
                : type.Json("JsonUnmappedMemberHandling")?.Argument() is int handling ? handling == 1 ? WireUnknownProperties.Refused : WireUnknownProperties.Skipped
                : types.Options.Unknown,
            ExactNames = types.Options.ExactNames,
            Polymorphism = Polymorphism(),
        };
    }

    private WirePolymorphism? Polymorphism()
    {
        var derived = type.AllJson("JsonDerivedType").Where(each => each.Argument() is INamedTypeSymbol).ToList();
        if (derived.Count == 0)
        {
            return null;
        }

        var declared = type.Json("JsonPolymorphic");
        var cases = derived
            .Select(each => new WireCase(Discriminator(each), types.Object(each.Argument() as INamedTypeSymbol ?? type).Type))
            .OrderBy(each => each.Discriminator is null ? 0 : 1)
            .ThenBy(each => each.Discriminator.GetValueOrDefault())
            .ThenBy(each => each.Type)
            .ToEquatableArray();
        var takesStrangers = declared?.Named("UnknownDerivedTypeHandling") is int handling && handling != 0;
        var isInstance = type is { IsAbstract: false, TypeKind: not TypeKind.Interface };
        var isCase = derived.Any(each => SymbolEqualityComparer.Default.Equals(each.Argument() as ISymbol, type));
        return new(
            declared?.Named("TypeDiscriminatorPropertyName") as string ?? "$type",
            declared?.Named("IgnoreUnrecognizedTypeDiscriminators") is true,
            takesStrangers || (isInstance && !isCase),
            cases);
    }

    private static WireDiscriminator? Discriminator(AttributeData derived) => derived.Argument(1) switch
    {
        string text => new(text, IsNumber: false),
        int number => new(number.ToString(System.Globalization.CultureInfo.InvariantCulture), IsNumber: true),
        _ => null,
    };
}
