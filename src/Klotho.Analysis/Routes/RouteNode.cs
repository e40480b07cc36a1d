using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Analysis.Routes.Conventions;

namespace Klotho.Analysis.Routes;

/// <summary>An HTTP endpoint that the application maps. Its id is its verbs and pattern: <c>GET /decks/{deck}</c>.</summary>
/// <param name="Id">Verbs and pattern.</param>
/// <param name="Locations">Where it is mapped.</param>
/// <param name="Verbs">Sorted; empty for any verb.</param>
/// <param name="Pattern">The template as ASP.NET Core reads it, with a leading slash.</param>
/// <param name="Handler">The method, or the route itself where the handler is a lambda.</param>
/// <param name="IsProxy">Whether the pattern is not known before run time, so that the gateway must pass on everything.</param>
public sealed record RouteNode(
    NodeId Id,
    EquatableArray<SourceLocation> Locations,
    EquatableArray<string> Verbs,
    string Pattern,
    string Handler,
    bool IsProxy) : CapabilityNode(Id, Locations), IExposableNode
{
    public static readonly NodeKind Kind = new("route");

    /// <summary>The pattern that stands for the files of <c>MapStaticAssets</c>, each of which has an endpoint of its own.</summary>
    public const string AnyFile = "{**file}";

    /// <summary>What a route is called: its verbs, or a star for any, and its pattern.</summary>
    public static string Name(IReadOnlyCollection<string> verbs, string pattern) => $"{(verbs.Count == 0 ? "*" : string.Join(",", verbs))} {pattern}";

    /// <summary>Who may call it, and what else is said of it.</summary>
    public RouteMetadata Metadata { get; init; } = RouteMetadata.None;

    /// <summary>What decides between routes that match one request alike: the lower comes first.</summary>
    public int Order { get; init; }

    public override IEnumerable<NodeProperty> Properties =>
    [
        new("verbs", Verbs.Count == 0 ? "any" : string.Join(",", Verbs.Items)),
        new("pattern", Pattern),
        new("handler", Handler),
        new("proxy", IsProxy ? "true" : "false"),
        .. Order == 0 ? Array.Empty<NodeProperty>() : [new("order", Order.ToString(CultureInfo.InvariantCulture))],
        .. Metadata.Properties,
    ];
}
