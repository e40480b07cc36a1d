using Klotho.Analysis.Collections;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Annotations;

/// <summary>What an attribute on a symbol means (null where it is too wrong to mean anything), and what is wrong with it.</summary>
public sealed record AnnotationReading(CapabilityUse? Use, EquatableArray<KlothoDiagnostic> Diagnostics)
{
    /// <summary>What it was meant for, where it means nothing and checks of all uses are to know.</summary>
    public AttemptedUse? Attempt { get; init; }

    /// <summary>A symbol that means nothing to Klotho.</summary>
    public static readonly AnnotationReading Nothing = new(null, EquatableArray<KlothoDiagnostic>.Empty);

    public static AnnotationReading Of(CapabilityUse use) => new(use, EquatableArray<KlothoDiagnostic>.Empty);

    public static AnnotationReading Wrong(params KlothoDiagnostic[] diagnostics) => new(null, diagnostics.ToEquatableArray());
}
