using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Wire.Extraction;

/// <summary>What a collection holds. It lives as long as the compilation.</summary>
/// <param name="Kind">What a reader makes of it; of a map only whether it can be read.</param>
/// <param name="IsMap">Whether it is a JSON object.</param>
/// <param name="Key">The type of a map's keys; null for text.</param>
/// <param name="Element">The type of the elements or entries; null for anything.</param>
internal sealed record CollectionType(WireListKind Kind, bool IsMap, ITypeSymbol? Key, ITypeSymbol? Element);
