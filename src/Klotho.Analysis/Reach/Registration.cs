using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>A call that says what dependency injection makes for a service.</summary>
/// <param name="Service">The service; null where that is a type parameter.</param>
/// <param name="Key">The key, as <see cref="ServiceKeys"/> has it; null where there is none.</param>
/// <param name="Made">The class that is made for it; null where a function makes it, an object is given, or the class is not known.</param>
/// <param name="IsSeen">Whether the call says what is made.</param>
/// <param name="Call">The call.</param>
internal sealed record Registration(INamedTypeSymbol? Service, string? Key, INamedTypeSymbol? Made, bool IsSeen, SyntaxNode Call);
