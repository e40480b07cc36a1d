using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Capabilities.ExecUnit;

/// <summary>
/// <c>[Repeatable]</c> on a method. It makes no node: the wiring of a unit's interface says it of each method, and this tells of marks that no call ever meets. Of an interface nobody can say
/// that no unit implements it, since the class may be in another project.
/// </summary>
public sealed class RepeatableAnnotation : Annotation
{
    public override string AttributeName => UnitBoundary.Repeatable;

    public override string Expects => "a method by which other units call a class";

    public override (string Id, SourceLocation Location) IdOf(AnnotatedSymbol symbol) => ("repeatable", symbol.Location);

    public override bool Accepts(AnnotatedSymbol symbol) => symbol.Symbol is IMethodSymbol;

    public override AnnotationReading Read(AnnotatedSymbol symbol) => symbol.Symbol is IMethodSymbol method && WhatIsWrong(method) is { } wrong
        ? AnnotationReading.Wrong(UnitBoundaryRules.NeverRepeated.At(symbol.Location, method.ToMessage(), wrong))
        : AnnotationReading.Nothing;

    public override WiringPart Wiring(CapabilityUse use) => throw new NotSupportedException("No use comes of [Repeatable].");

    private static string? WhatIsWrong(IMethodSymbol method)
    {
        var type = method.ContainingType;
        if (type.TypeKind == TypeKind.Interface)
        {
            return UnitBoundary.IsCallable(method) ? null : "other units cannot call it";
        }

        if (!UnitBoundary.IsCalledBy(type, method))
        {
            // A class that derives from this one may be a unit's, and the method its part in an interface.
            return type.IsAbstract ? null : "it is no method of an interface by which other units could call it";
        }

        return type.IsSealed && UnitMembership.AnnotatedUnitOf(type) is null ? $"'{type.Name}' is put into no unit with [ExecUnit]" : null;
    }
}
