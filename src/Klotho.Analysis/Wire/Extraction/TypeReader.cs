using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Reads the types of one payload, each once.</summary>
internal sealed class TypeReader(WireOptions options)
{
    private static readonly WireValue AnyElement = new(new WireAny(), MayBeNull: true, RefusesNull: false);

    private readonly Dictionary<WireTypeName, (ITypeSymbol? Symbol, WireType? Type)> types = [];

    public WireOptions Options => options;

    public EquatableArray<WireType> Types =>
        types.Values.Select(each => each.Type).OfType<WireType>().OrderBy(type => type.Name).ToEquatableArray();

    /// <summary>The types that become objects, the outermost first.</summary>
    public IEnumerable<(INamedTypeSymbol Symbol, WireObject Type)> Objects =>
        from each in types.Values
        let symbol = each.Symbol as INamedTypeSymbol
        let type = each.Type as WireObject
        where symbol is not null && type is not null
        select (symbol, type);

    public void Add(WireType type) => types[type.Name] = (null, type);

    /// <summary>What stands where the type stands. A member's converter and its handling of numbers come before the type's.</summary>
    public WireValue Value(ITypeSymbol type, ISymbol? member = null, WireNumbers? numbers = null)
    {
        var inner = WireTypeNames.UnderNullable(type) ?? type;
        var isNullableValue = !ReferenceEquals(inner, type);
        var shape = Shape(inner, member, numbers ?? options.Numbers);
        var isReference = !inner.IsValueType;
        var takesNull = isReference || isNullableValue || shape is WireAny;
        var mayBeNull = isNullableValue || shape is WireAny || (isReference && type.NullableAnnotation != NullableAnnotation.NotAnnotated);
        return new(shape, mayBeNull, !takesNull);
    }

    /// <summary>The object type of the symbol, read now or before.</summary>
    public WireReference Object(INamedTypeSymbol type) =>
        Reserve(type, WireTypeNames.Of(type), name => new ObjectReader(this, type).Read(name));

    private WireShape Shape(ITypeSymbol type, ISymbol? member, WireNumbers numbers)
    {
        if (member?.Converter() is { } onMember)
        {
            return Converted(type, onMember);
        }

        if (type.TypeKind == TypeKind.Enum && options.EnumNames is { } naming)
        {
            return Enum(type, naming, options.EnumsReadNumbers);
        }

        if (type.Converter() is { } onType)
        {
            return Converted(type, onType);
        }

        return ScalarTypes.Of(type) is { } kind ? new WireScalar(kind, ScalarNumbers(kind, numbers)) : Composed(type, numbers);
    }

    private WireShape Composed(ITypeSymbol type, WireNumbers numbers)
    {
        if (AnyTypes.Of(type) is { } any)
        {
            return any switch
            {
                AnyKind.Array => new WireList(WireListKind.List, AnyElement),
                AnyKind.Object => new WireMap(new WireScalar(WireScalarKind.String), AnyElement),
                _ => new WireAny(),
            };
        }

        if (UnsupportedTypes.ReasonOf(type) is { } reason)
        {
            return Unsupported(type, reason);
        }

        if (type.TypeKind == TypeKind.Enum)
        {
            return Enum(type, byName: null, readsNumbers: true);
        }

        if (CollectionTypes.Of(type) is { } collection)
        {
            return Collection(type, collection, numbers);
        }

        return type is INamedTypeSymbol named ? Object(named) : Unsupported(type, "is not known");
    }

    private WireShape Collection(ITypeSymbol type, CollectionType collection, WireNumbers numbers)
    {
        var element = collection.Element is null ? AnyElement : Value(collection.Element, null, numbers);
        if (!collection.IsMap)
        {
            return new WireList(collection.Kind, element);
        }

        // Keys are text, so how numbers are written does not matter to them.
        WireShape key = collection.Key is null ? new WireScalar(WireScalarKind.String) : Shape(collection.Key, null, options.Numbers);
        return key is WireScalar { Kind: not WireScalarKind.Bytes } or WireOpaque or WireAny || collection.Key?.TypeKind == TypeKind.Enum
            ? new WireMap(key is WireScalar scalar ? new WireScalar(scalar.Kind) : key, element, collection.Kind != WireListKind.Unreadable && key is not WireAny)
            : Unsupported(type, "has keys that are not text, numbers or enums");
    }

    private WireShape Converted(ITypeSymbol type, AttributeData converter)
    {
        // An attribute of the application that derives from the converter's makes its converter itself.
        var given = converter.AttributeClass.Is("System.Text.Json.Serialization.JsonConverterAttribute") ? converter.Argument() as ITypeSymbol : null;
        if (given is null)
        {
            return new WireOpaque(WireTypeNames.Of(converter.AttributeClass ?? type).Value);
        }

        if (!given.Is("System.Text.Json.Serialization.JsonStringEnumConverter") && !given.Is("System.Text.Json.Serialization.JsonStringEnumConverter`1"))
        {
            return new WireOpaque(WireTypeNames.Of(given).Value);
        }

        return type.TypeKind == TypeKind.Enum ? Enum(type, WireNaming.None, readsNumbers: true) : Unsupported(type, "is given a converter of enums, which it is not");
    }

    private WireReference Enum(ITypeSymbol type, WireNaming? byName, bool readsNumbers) =>
        Reserve(type, WireTypeNames.OfEnum(type, byName is not null), name => EnumReader.Read(name, (INamedTypeSymbol)type, byName, readsNumbers));

    private WireReference Reserve(ITypeSymbol type, WireTypeName name, Func<WireTypeName, WireType> read)
    {
        // Two assemblies may each have a type of one name.
        for (var number = 2; types.TryGetValue(name, out var other) && !SymbolEqualityComparer.Default.Equals(other.Symbol, type); number++)
        {
            name = new($"{WireTypeNames.Of(type).Value}#{number}");
        }

        if (!types.ContainsKey(name))
        {
            types[name] = (type, null);
            types[name] = (type, read(name));
        }

        return new(name);
    }

    private static WireNumbers ScalarNumbers(WireScalarKind kind, WireNumbers numbers) => kind <= WireScalarKind.Decimal ? numbers : WireNumbers.Default;

    private static WireUnsupported Unsupported(ITypeSymbol type, string reason) => new(WireTypeNames.Of(type).Value, reason);
}
