using System.Collections.Immutable;
using Klotho.Analysis.Wire;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Annotations;

/// <summary>
/// A kind of payload of a node as the source declares it. It holds compiler symbols, so the analysis turns it into a
/// <see cref="WirePayload"/> at once.
/// </summary>
/// <param name="Role">What it is to the node.</param>
/// <param name="Name">Which one it is where a node has several.</param>
/// <param name="Type">The type; null where nothing is sent, and for a request.</param>
/// <param name="Parameters">What a request consists of.</param>
public sealed record PayloadType(WireRole Role, string Name, ITypeSymbol? Type, ImmutableArray<IParameterSymbol> Parameters)
{
    /// <summary>The operation of an edge to the node without which nothing is sent.</summary>
    public string? Operation { get; init; }

    /// <summary>Where the code says that this is sent, if not where the annotation stands.</summary>
    public ISymbol? Declaration { get; init; }

    public static PayloadType Of(WireRole role, ITypeSymbol type) => new(role, "", type, []);
}
