using System.Collections.Immutable;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Annotations;

/// <summary>All uses of annotations, sorted by location, and what is wrong with them.</summary>
public sealed record FoundAnnotations(ImmutableArray<FoundAnnotation> Uses, ImmutableArray<KlothoDiagnostic> Diagnostics);
