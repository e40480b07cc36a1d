using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Annotations;

/// <summary>
/// An attribute on a symbol of the source. It holds compiler symbols, so it must not outlive the compilation: readers
/// turn it into a <see cref="CapabilityUse"/>.
/// </summary>
public sealed record AnnotatedSymbol(ISymbol Symbol, AttributeData Attribute, SourceRoot Root)
{
    /// <summary>The id that the attribute gives, or empty.</summary>
    public string Id => Text(0) ?? "";

    /// <summary>The type that carries the attribute: the parameter's, or the class itself.</summary>
    public ITypeSymbol? Type => Symbol switch
    {
        IParameterSymbol parameter => parameter.Type,
        INamedTypeSymbol type => type,
        _ => null,
    };

    /// <summary>Where the attribute stands.</summary>
    public SourceLocation Location => Syntax is { } syntax ? Root.At(syntax.GetLocation()) : SymbolLocation;

    /// <summary>Where the id is written, which is what a wrong id is shown at.</summary>
    public SourceLocation IdLocation => ArgumentLocation(0);

    /// <summary>Where the symbol's name is written.</summary>
    public SourceLocation SymbolLocation => LocationOf(Symbol);

    /// <summary>Where the parameter's type is written; the symbol's name for anything else.</summary>
    public SourceLocation TypeLocation => Symbol.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax { Type: { } type }
        ? Root.At(type.GetLocation())
        : SymbolLocation;

    private AttributeSyntax? Syntax => Attribute.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax;

    public SourceLocation LocationOf(ISymbol symbol) => Root.At(symbol.Locations.FirstOrDefault() ?? Microsoft.CodeAnalysis.Location.None);

    /// <summary>A positional text argument.</summary>
    public string? Text(int index) =>
        index < Attribute.ConstructorArguments.Length ? Attribute.ConstructorArguments[index].Value as string : null;

    /// <summary>A named text argument.</summary>
    public string? Text(string name) => Named(name) as string;

    /// <summary>A named argument that is a list of texts; null where it is not given.</summary>
    public EquatableArray<string>? Texts(string name) =>
        Attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: TypedConstantKind.Array, Values: { IsDefault: false } values }
            ? values.Select(value => value.Value).OfType<string>().ToEquatableArray()
            : null;

    /// <summary>A named argument that is true or, by default, false.</summary>
    public bool Flag(string name) => Named(name) is true;

    /// <summary>A named argument that is a number or a value of an enumeration.</summary>
    public int? Number(string name) => Named(name) as int?;

    public SourceLocation ArgumentLocation(int index)
    {
        var arguments = Syntax?.ArgumentList?.Arguments.Where(argument => argument.NameEquals is null).ToArray() ?? [];
        var name = Attribute.AttributeConstructor?.Parameters.ElementAtOrDefault(index)?.Name;
        var argument = arguments.FirstOrDefault(candidate => candidate.NameColon?.Name.Identifier.ValueText == name)
            ?? arguments.ElementAtOrDefault(index);
        return argument is null ? Location : Root.At(argument.Expression.GetLocation());
    }

    public SourceLocation ArgumentLocation(string name)
    {
        var argument = Syntax?.ArgumentList?.Arguments.FirstOrDefault(candidate => candidate.NameEquals?.Name.Identifier.ValueText == name);
        return argument is null ? Location : Root.At(argument.Expression.GetLocation());
    }

    private object? Named(string name) => Attribute.NamedArguments.FirstOrDefault(argument => argument.Key == name).Value is { Kind: not TypedConstantKind.Array } single ? single.Value : null;
}
