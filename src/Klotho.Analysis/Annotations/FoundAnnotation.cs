namespace Klotho.Analysis.Annotations;

/// <summary>A use of an annotation together with the symbol that carries it (which reach starts from) and its reader.</summary>
public sealed record FoundAnnotation(Annotation Annotation, AnnotatedSymbol Symbol, CapabilityUse Use);
