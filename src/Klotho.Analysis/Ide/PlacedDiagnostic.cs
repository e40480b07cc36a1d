using System.Collections.Immutable;
using Klotho.Analysis.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Ide;

/// <summary>A diagnostic with the compiler's own locations of it.</summary>
internal sealed record PlacedDiagnostic(KlothoDiagnostic Diagnostic, Location Location, ImmutableArray<Location> OtherLocations);
