using Klotho.Analysis.Annotations;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Payloads;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Fixes.Payloads;

/// <summary>Says of an interface or an abstract class which types stand behind it, so that System.Text.Json can write and read them.</summary>
internal sealed class DerivedTypesFix : ICodeFix
{
    private const string Attribute = "System.Text.Json.Serialization.JsonDerivedType";

    public IReadOnlyList<DiagnosticRule> Rules { get; } = [PayloadRules.NotReadBack];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (PayloadCulprit.Of(place) is not ({ IsAbstract: true, IsGenericType: false } culprit, { } declaration))
        {
            return [];
        }

        var behind = place.Model.Compilation.GetSymbolsWithName(_ => true, SymbolFilter.Type, place.Cancel)
            .OfType<INamedTypeSymbol>()
            .Where(type => type is { IsAbstract: false, IsGenericType: false, TypeKind: TypeKind.Class or TypeKind.Struct } && IsBelow(type, culprit))
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .ToList();
        var model = place.Model.Compilation.GetSemanticModel(declaration.SyntaxTree);
        var attribute = Shortest(model, declaration.SpanStart);
        return behind.Count > 0 && behind.Select(type => type.Name).Distinct().Count() == behind.Count
            ? [new($"Say which types stand behind '{culprit.Name}'", AttributeLine.Before(
                declaration, behind.Select(type => $"[{attribute}(typeof({type.ToMinimalDisplayString(model, declaration.SpanStart)}), \"{Sign(type.Name)}\")]")))]
            : [];
    }

    private static bool IsBelow(INamedTypeSymbol type, INamedTypeSymbol culprit) => culprit.TypeKind == TypeKind.Interface
        ? type.AllInterfaces.Contains(culprit, SymbolEqualityComparer.Default)
        : Bases(type).Contains(culprit, SymbolEqualityComparer.Default);

    private static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            yield return current;
        }
    }

    /// <summary>The attribute's name without its namespace, where that is imported.</summary>
    private static string Shortest(SemanticModel model, int position) =>
        model.LookupNamespacesAndTypes(position, name: "JsonDerivedTypeAttribute").Any(type => (type as ITypeSymbol).Is(Attribute + "Attribute")) ? "JsonDerivedType" : Attribute;

    private static string Sign(string name) => char.ToLowerInvariant(name[0]) + name.Substring(1);
}
