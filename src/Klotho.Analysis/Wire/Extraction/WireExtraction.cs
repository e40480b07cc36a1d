using Klotho.Analysis.Collections;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>Reads the schema of a payload from its type, by the rules of System.Text.Json.</summary>
public static class WireExtraction
{
    /// <summary>The schema of a message or a kept value, which is never null.</summary>
    public static WireSchema OfPayload(ITypeSymbol type, WireOptions options) =>
        Of(reader => reader.Value(type) with { MayBeNull = false, RefusesNull = true }, options);

    /// <summary>The schema of a result, which may be null where the method says so.</summary>
    public static WireSchema OfResult(ITypeSymbol type, WireOptions options) => Of(reader => reader.Value(type), options);

    /// <summary>
    /// The schema of a call's arguments: an object with a property per parameter. The runtime requires each, by its exact
    /// name, and ignores others.
    /// </summary>
    public static WireSchema OfArguments(WireTypeName name, IEnumerable<IParameterSymbol> parameters, WireOptions options) => Of(
        reader =>
        {
            var properties = parameters
                .Select(parameter => new WireProperty(parameter.Name, reader.Value(parameter.Type), parameter.Name) { IsRequired = true })
                .OrderBy(property => property.Name, StringComparer.Ordinal)
                .ToEquatableArray();
            reader.Add(new WireObject(name, properties) { ExactNames = true });
            return new(new WireReference(name), MayBeNull: false, RefusesNull: true);
        },
        options);

    /// <summary>The types that become objects in a payload, the outermost first, with what is declared of each.</summary>
    internal static IReadOnlyList<(INamedTypeSymbol Symbol, WireObject Type)> ObjectsIn(ITypeSymbol type, WireOptions options)
    {
        var reader = new TypeReader(options);
        reader.Value(type);
        return [.. reader.Objects];
    }

    private static WireSchema Of(Func<TypeReader, WireValue> root, WireOptions options)
    {
        var reader = new TypeReader(options);
        var value = root(reader);
        return new(value, reader.Types);
    }
}
