using System.Collections.Immutable;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>All routes, sorted by location, and what is to be said of them.</summary>
public sealed record FoundRoutes(ImmutableArray<FoundRoute> Routes, ImmutableArray<KlothoDiagnostic> Diagnostics)
{
    /// <summary>The handlers as they are written where they are mapped.</summary>
    public ISet<SyntaxNode> HandlerSyntax => new HashSet<SyntaxNode>(Routes.Select(route => route.HandlerSyntax).OfType<SyntaxNode>());

    public IEnumerable<CapabilityEdge> Edges => Routes.Select(route => new CapabilityEdge(
        route.Node.Id,
        route.Unit,
        EdgeKind.HandledBy,
        new([new(route.Node.Handler, new([new(route.Node.Handler, route.Node.Locations[0])]))])));

    /// <summary>One node per id: mapping the same pattern twice makes no second route.</summary>
    public IEnumerable<RouteNode> Nodes => Routes.GroupBy(route => route.Node.Id).Select(group => group.First().Node);
}
