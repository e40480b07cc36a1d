using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>Routes that a gateway hands to one unit by one prefix.</summary>
/// <param name="Prefix">What the gateway matches.</param>
/// <param name="Unit">Where the requests go.</param>
/// <param name="Routes">The application's routes behind it, sorted.</param>
internal sealed record RouteGroup(RoutePrefix Prefix, NodeId Unit, EquatableArray<string> Routes)
{
    /// <summary>The group's part of resource names: <c>route-decks</c>, <c>root</c>.</summary>
    public string Part => Prefix.Segments.Length == 0
        ? "root"
        : $"route-{string.Concat(Prefix.Segments.Select(letter => char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : '-'))}";

    /// <summary>Whether it takes every request, Klotho's own endpoints among them.</summary>
    public bool IsEverything => Prefix is { Open: true, Segments: "" };

    /// <summary>The routes that a gateway exposes, by prefix and unit.</summary>
    public static EquatableArray<RouteGroup> Of(NodeLowering node) =>
        Split(node.Context.Graph.From(node.Id)
            .Where(edge => edge.Kind == EdgeKind.Exposes)
            .Select(edge => node.Context.Graph.Find(edge.To))
            .OfType<RouteNode>()
            .SelectMany(route => node.Context.Graph.From(route.Id).Where(edge => edge.Kind == EdgeKind.HandledBy).Select(edge => (route, edge.To)))
            .ToList(), depth: 1)
            .OrderBy(group => group.Prefix.Segments, StringComparer.Ordinal)
            .ToEquatableArray();

    /// <summary>Prefixes as short as can be: longer where several units share one. Where no literal is left to tell them apart, the first unit gets it.</summary>
    private static IEnumerable<RouteGroup> Split(List<(RouteNode Route, NodeId Unit)> routes, int depth) =>
        routes.GroupBy(item => RoutePrefix.Of(item.Route, depth).Segments, StringComparer.OrdinalIgnoreCase).SelectMany(group =>
            group.Select(item => item.Unit).Distinct().Count() > 1 && group.Any(item => RoutePrefix.Of(item.Route, depth + 1) != RoutePrefix.Of(item.Route, depth))
                ? Split([.. group], depth + 1)
                : [Group([.. group], depth)]);

    private static RouteGroup Group(List<(RouteNode Route, NodeId Unit)> routes, int depth)
    {
        var prefixes = routes.Select(item => RoutePrefix.Of(item.Route, depth)).ToList();
        return new(
            new(prefixes[0].Segments, prefixes.Any(prefix => prefix.Open)),
            routes.Select(item => item.Unit).Order().First(),
            routes.Select(item => item.Route.Id.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToEquatableArray());
    }
}
