using Klotho.Analysis.Capabilities.ExecUnit;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Routes;

/// <summary>Routes that stand for all paths below a prefix, for what is mapped in ways that are not read.</summary>
internal static class ProxyRoutes
{
    public static FoundRoute Below(string prefix, SourceLocation at, IMethodSymbol? handler)
    {
        var pattern = RoutePattern.Join(Literal(prefix), "{**path}");
        var id = $"* {pattern}";
        var name = handler is null ? id : $"{handler.ContainingType.Name}.{handler.Name}";
        var node = new RouteNode(new(RouteNode.Kind, id), new([at]), EquatableArray<string>.Empty, pattern, name, IsProxy: true);
        return new(node, UnitMembership.UnitOf(handler?.ContainingType), handler, null);
    }

    /// <summary>The segments before the first that has a parameter.</summary>
    public static string Literal(string pattern) =>
        RoutePattern.Join("", string.Join("/", pattern.Split('/').TakeWhile(segment => !segment.Contains('{') && !segment.Contains('['))));
}
