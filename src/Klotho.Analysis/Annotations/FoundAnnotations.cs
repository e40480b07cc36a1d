using System.Collections.Immutable;
using Klotho.Analysis.Diagnostics;

namespace Klotho.Analysis.Annotations;

/// <summary>All uses of annotations, sorted by location, what is wrong with them, and what those were meant for that are no uses.</summary>
public sealed record FoundAnnotations(ImmutableArray<FoundAnnotation> Uses, ImmutableArray<KlothoDiagnostic> Diagnostics, ImmutableArray<AttemptedUse> Attempts);
