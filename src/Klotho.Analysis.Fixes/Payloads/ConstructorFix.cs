using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Payloads;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Analysis.Fixes.Payloads;

/// <summary>Says by which constructor System.Text.Json makes an instance: the one whose parameters are all properties.</summary>
internal sealed class ConstructorFix : ICodeFix
{
    public IReadOnlyList<DiagnosticRule> Rules { get; } = [PayloadRules.NotReadBack];

    public IEnumerable<CodeEdit> Propose(FixPlace place)
    {
        if (PayloadCulprit.Of(place) is not ({ IsAbstract: false } culprit, not null) || culprit.InstanceConstructors.Any(each => each.Json("JsonConstructor") is not null))
        {
            return [];
        }

        var members = MemberList.Of(culprit, WireOptions.Web).All;
        var fitting = culprit.InstanceConstructors
            .Where(each => !each.IsImplicitlyDeclared && ConstructorChoice.UnboundParameter(each, members) is null)
            .OrderByDescending(each => each.Parameters.Length)
            .FirstOrDefault();
        return fitting?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(place.Cancel) is ConstructorDeclarationSyntax constructor
            ? [new($"Have System.Text.Json call this constructor of '{culprit.Name}'", AttributeLine.Before(constructor, ["[System.Text.Json.Serialization.JsonConstructor]"]))]
            : [];
    }
}
