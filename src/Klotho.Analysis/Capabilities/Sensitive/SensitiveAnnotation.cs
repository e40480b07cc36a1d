using Klotho.Analysis.Annotations;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Wire.Extraction;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.Sensitive;

/// <summary><c>[Sensitive]</c> on a member of a payload. It makes no node: the wire schema holds the mark, and this tells of marks that hide nothing.</summary>
public sealed class SensitiveAnnotation : Annotation
{
    public override string AttributeName => Sensitivity.Attribute;

    public override string Expects => "a property, or a parameter of a constructor";

    public override EquatableArray<DiagnosticRule> Rules => SensitiveRules.All;

    public override (string Id, SourceLocation Location) IdOf(AnnotatedSymbol symbol) => ("sensitive", symbol.Location);

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is IPropertySymbol or IParameterSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol) => Sensitivity.Find(symbol.Symbol, WireOptions.Web).Wrong is { } wrong
        ? AnnotationReading.Wrong(SensitiveRules.HidesNothing.At(symbol.Location, symbol.Symbol.Name, wrong))
        : AnnotationReading.Nothing;

    public override WiringPart Wiring(CapabilityUse use) => throw new NotSupportedException("No use comes of [Sensitive].");
}
