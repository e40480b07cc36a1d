using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>Reads one attribute with whichever annotation of the catalogue it belongs to.</summary>
public static class AnnotationReader
{
    public const string PlainKeyAttribute = "Microsoft.Extensions.DependencyInjection.FromKeyedServicesAttribute";

    /// <summary>The metadata names of the attributes to look for.</summary>
    public static IEnumerable<string> AttributeNames(EquatableArray<Annotation> catalogue) =>
        catalogue.Items.Select(annotation => annotation.AttributeName).Append(PlainKeyAttribute).Distinct();

    /// <summary>What the attribute means, and the annotation that read it (null where none did).</summary>
    public static (Annotation? Annotation, AnnotationReading Reading) Read(AnnotatedSymbol symbol, EquatableArray<Annotation> catalogue)
    {
        var isPlainKey = symbol.Attribute.AttributeClass.Is(PlainKeyAttribute);
        var candidates = catalogue.Items
            .Where(annotation => isPlainKey ? annotation.AcceptsPlainKey : symbol.Attribute.AttributeClass.Is(annotation.AttributeName))
            .ToArray();
        var annotation = candidates.FirstOrDefault(candidate => candidate.Accepts(symbol));
        if (annotation is null)
        {
            // A type that does not resolve is the compiler's to report.
            return (null, isPlainKey || candidates.Length == 0 || symbol.Type is IErrorTypeSymbol
                ? AnnotationReading.Nothing
                : WrongTarget(symbol, candidates));
        }

        var (id, written) = annotation.IdOf(symbol);
        if (!IsValidId(id))
        {
            return (annotation, InvalidId(symbol, id, written, isPlainKey));
        }

        var reading = annotation.Read(symbol);
        return (annotation, reading.Use is not null && HiddenType(symbol) is { } hidden ? Hidden(symbol, hidden) : reading);
    }

    /// <summary>The attribute as a message shows it: <c>[Persist("slides")]</c>.</summary>
    public static string Shown(AnnotatedSymbol symbol)
    {
        var name = symbol.Attribute.AttributeClass?.Name ?? "";
        var suffix = name.LastIndexOf("Attribute", StringComparison.Ordinal);
        return $"[{(suffix > 0 ? name.Substring(0, suffix) : name)}{(symbol.Text(0) is null ? "" : $"(\"{symbol.Id}\")")}]";
    }

    private static AnnotationReading InvalidId(AnnotatedSymbol symbol, string id, SourceLocation written, bool isPlainKey) =>
        isPlainKey && symbol.Text(0) is null
            ? AnnotationReading.Nothing
            : AnnotationReading.Wrong(AnnotationRules.InvalidId.At(written, id, Shown(symbol)));

    private static AnnotationReading WrongTarget(AnnotatedSymbol symbol, Annotation[] candidates) =>
        AnnotationReading.Wrong(AnnotationRules.WrongTarget.At(
            symbol.TypeLocation,
            Shown(symbol),
            symbol.Symbol.Name,
            symbol.Type is { } type ? $"of type '{type.ToMessage()}'" : $"a {symbol.Symbol.Kind.ToString().ToLowerInvariant()}",
            string.Join(" or ", candidates.Select(candidate => candidate.Expects))));

    private static AnnotationReading Hidden(AnnotatedSymbol symbol, ITypeSymbol hidden) =>
        AnnotationReading.Wrong(AnnotationRules.HiddenType.At(symbol.TypeLocation, Shown(symbol), hidden.ToMessage()));

    /// <summary>A type that the wiring of the annotation would have to name, and cannot.</summary>
    private static ITypeSymbol? HiddenType(AnnotatedSymbol symbol) => symbol.Symbol switch
    {
        IMethodSymbol method => method.Parameters.Select(parameter => parameter.Type).Prepend(method.ContainingType).FirstOrDefault(type => !type.IsNameable()),
        _ => symbol.Type is { } type && !type.IsNameable() ? type : null,
    };

    private static bool IsValidId(string id) =>
        id.Length is > 0 and <= 40
        && id[0] is >= 'a' and <= 'z'
        && id.All(letter => letter is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
