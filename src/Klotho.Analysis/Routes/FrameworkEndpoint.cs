using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>An endpoint that a method of ASP.NET Core maps beside those of minimal APIs and controllers.</summary>
/// <param name="Verbs">Sorted; none for any.</param>
/// <param name="Template">Below the builder's prefix.</param>
/// <param name="Order">What decides between routes that match alike.</param>
internal sealed record FrameworkEndpoint(string[] Verbs, string Template, int Order = 0)
{
    /// <summary>What serves it, where that is code of the source.</summary>
    public IReadOnlyList<IMethodSymbol> Handlers { get; init; } = [];

    /// <summary>Whose attributes are said of it, the weakest first.</summary>
    public IReadOnlyList<ISymbol> Described { get; init; } = [];
}
