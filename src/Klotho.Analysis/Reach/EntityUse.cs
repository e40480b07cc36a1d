using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>What a body does to entities.</summary>
/// <param name="Entity">Their type; null where it is not known (SQL, a type parameter).</param>
/// <param name="Access">What is done.</param>
/// <param name="At">Where.</param>
internal sealed record EntityUse(INamedTypeSymbol? Entity, EntityAccess Access, Location At);
