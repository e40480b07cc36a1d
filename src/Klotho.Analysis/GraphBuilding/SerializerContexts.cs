using Klotho.Analysis.Annotations;
using Klotho.Analysis.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.GraphBuilding;

/// <summary>
/// The types that the application's <c>JsonSerializerContext</c>s list. One that no code names writes nothing: the options have no way to
/// it, and the first payload fails.
/// </summary>
internal sealed class SerializerContexts
{
    private const string Context = "System.Text.Json.Serialization.JsonSerializerContext";
    private const string Serializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    private readonly ILookup<ITypeSymbol, (INamedTypeSymbol Context, bool Named)> contexts;

    private SerializerContexts(ILookup<ITypeSymbol, (INamedTypeSymbol, bool)> contexts) => this.contexts = contexts;

    public static SerializerContexts Of(SourceProgram program, SourceTypes types) => new(
        types.All.Where(type => type.DerivesFrom(Context) && !type.IsAbstract)
            .Select(context => (Context: context, Named: IsNamed(context.Name, program)))
            .SelectMany(context => Listed(context.Context).Select(type => (Type: type, context)))
            .ToLookup<(ITypeSymbol Type, (INamedTypeSymbol, bool)), ITypeSymbol, (INamedTypeSymbol, bool)>(listed => listed.Type, listed => listed.Item2, SymbolEqualityComparer.Default));

    /// <summary>Why a payload can't be written without reflection; null where it can.</summary>
    public string? ObstacleOf(ITypeSymbol payload)
    {
        var listing = contexts[payload].ToList();
        return listing.Count == 0 ? $"'{payload.ToMessage()}' is written as JSON and no JsonSerializerContext of the application lists it"
            : listing.Any(each => each.Named) ? null
            : $"'{payload.ToMessage()}' is written as JSON and no code hands '{listing[0].Context.ToMessage()}', which lists it, to the options (ConfigureHttpJsonOptions)";
    }

    private static IEnumerable<ITypeSymbol> Listed(INamedTypeSymbol context) => context.GetAttributes()
        .Where(attribute => attribute.AttributeClass.Is(Serializable))
        .Select(attribute => attribute.ConstructorArguments.FirstOrDefault().Value)
        .OfType<ITypeSymbol>();

    private static bool IsNamed(string name, SourceProgram program) => program.Files
        .Where(tree => tree.GetText().ToString().Contains(name, StringComparison.Ordinal))
        .Any(tree => tree.GetRoot().DescendantNodes(node => node is not (AttributeListSyntax or BaseListSyntax)).OfType<SimpleNameSyntax>().Any(named => named.Identifier.ValueText == name));
}
