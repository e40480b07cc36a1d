using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Payloads;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Payloads;

/// <summary>Keeps one of two members that lead to each other's object out of the payload: the one that leads back, or the other.</summary>
internal sealed class LeadsBackFix : ICodeFix
{
    private const string Attribute = "System.Text.Json.Serialization.JsonIgnore";

    private static readonly string[] Members = ["1", "2"];

    public IReadOnlyList<DiagnosticRule> Rules { get; } = [PayloadRules.LeadsBack];

    public IEnumerable<CodeEdit> Propose(FixPlace place) =>
        from argument in Members
        let full = place.Diagnostic.Properties.TryGetValue(argument, out var name) ? name : null
        where full is not null
        let dot = full.LastIndexOf('.')
        where dot > 0
        let type = PayloadCulprit.Named(place, full.Substring(0, dot))
        let declared = type is null ? null : Declared(type, full.Substring(dot + 1))?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(place.Cancel)
        let change = Ignored(declared)
        where change is not null
        select new CodeEdit($"Leave '{type.Name}{full.Substring(dot)}' out of the payload", change);

    private static ISymbol? Declared(INamedTypeSymbol type, string member)
    {
        for (INamedTypeSymbol? level = type; level is not null; level = level.BaseType)
        {
            if (level.GetMembers(member).FirstOrDefault(each => each is IPropertySymbol or IFieldSymbol) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static CodeChange? Ignored(SyntaxNode? declared) => declared switch
    {
        PropertyDeclarationSyntax property => AttributeLine.Before(property, [$"[{Attribute}]"]),
        ParameterSyntax parameter => CodeChange.Insert(parameter, $"[property: {Attribute}] "),
        _ => null,
    };
}
