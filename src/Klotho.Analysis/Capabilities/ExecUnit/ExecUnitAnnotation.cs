using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary><c>[ExecUnit("id")]</c> on a class.</summary>
public sealed class ExecUnitAnnotation : Annotation
{
    public const string Attribute = "Klotho.ExecUnitAttribute";

    public override string AttributeName => Attribute;

    public override string Expects => "a class";

    public override EquatableArray<DiagnosticRule> Rules => ExecUnitRules.All;

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is INamedTypeSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol)
    {
        if (symbol.Symbol is not INamedTypeSymbol type)
        {
            return AnnotationReading.Nothing;
        }

        var wrong = type switch
        {
            { IsStatic: true } => "static",
            { IsAbstract: true } => "abstract",
            { IsGenericType: true } => "generic",
            _ => null,
        };
        if (wrong is not null)
        {
            return AnnotationReading.Wrong(ExecUnitRules.NotInstantiable.At(symbol.SymbolLocation, symbol.Id, type.Name, wrong));
        }

        var id = UnitMembership.UnitOf(type);
        var node = new ExecUnitNode(id, new([symbol.Location]), id == ExecUnitNode.DefaultId, new([type.ToTypeName()]));
        return AnnotationReading.Of(new UnitClass(node, symbol.Location, type.ToTypeName(), UnitBoundary.InterfacesOf(type)));
    }

    public override IEnumerable<PayloadType> Payloads(AnnotatedSymbol symbol) =>
        symbol.Symbol is INamedTypeSymbol type ? UnitBoundary.CallsOf(type) : [];

    public override WiringPart Wiring(CapabilityUse use) => ExecUnitWiring.Of(use);
}
