using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Boundaries;

/// <summary>Takes an interface in the place of a class of another unit: one that it implements, or else a new one of its public methods.</summary>
internal sealed class InterfaceFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [UnitBoundaryRules.ConcreteUse];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (place.Shown.FirstAncestorOrSelf<ParameterSyntax>() is not { Type: { } taken } parameter
            || place.Model.GetTypeInfo(taken, place.Cancel).Type is not INamedTypeSymbol { TypeKind: TypeKind.Class } unit)
        {
            return [];
        }

        var mentions = Mentions(parameter, unit, place).Prepend(taken).Distinct().ToList();
        var own = unit.AllInterfaces.Where(each => each.Locations.Any(location => location.IsInSource)).ToList();
        return own.Count > 0
            ? own.Select(each => new CodeEdit($"Take '{each.Name}'", [.. mentions.Select(type => CodeChange.Replace(type, each.ToMinimalDisplayString(place.Model, type.SpanStart)))]))
            : ExtractedInterface.Of(unit, place.Cancel) is { } extracted
                ? [new($"Take a new interface '{extracted.Name}'", [.. extracted.Changes, .. mentions.Select(type => CodeChange.Replace(type, extracted.Name))])]
                : [];
    }

    /// <summary>Where the class that takes it keeps it: its fields, properties and other parameters.</summary>
    private static IEnumerable<TypeSyntax> Mentions(ParameterSyntax parameter, INamedTypeSymbol unit, FixPlace place) =>
        parameter.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.DescendantNodes()
            .Select(node => node switch
            {
                ParameterSyntax { Type: { } type } => type,
                PropertyDeclarationSyntax property => property.Type,
                VariableDeclarationSyntax { Parent: FieldDeclarationSyntax } variable => variable.Type,
                _ => null,
            })
            .OfType<TypeSyntax>()
            .Where(type => SymbolEqualityComparer.Default.Equals(place.Model.GetTypeInfo(type, place.Cancel).Type, unit)) ?? [];
}
