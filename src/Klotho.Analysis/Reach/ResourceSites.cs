using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>Variables for what an expression makes or hands around without a name: new collections, lambdas, calls of what holds values.</summary>
internal sealed class ResourceSites(IMethodSymbol body)
{
    private readonly Dictionary<IOperation, Variable> known = [];

    public Variable Of(IOperation site) =>
        known.TryGetValue(site, out var variable) ? variable : known[site] = new(body, $"#{known.Count}");
}
