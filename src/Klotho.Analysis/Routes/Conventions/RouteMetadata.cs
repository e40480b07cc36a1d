using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Routes.Conventions;

/// <summary>What is said of a route besides its pattern.</summary>
/// <param name="IsAnonymous">Everybody may call it, whatever a group or a controller demands.</param>
/// <param name="Demands">What a caller must bring: <c>authenticated</c>, <c>policy admin</c>, <c>role editor or admin</c>. Sorted; empty where everybody may call, unless the application has a fallback policy.</param>
/// <param name="Cors">The policy for browsers of other origins; null where nothing is said.</param>
/// <param name="RateLimit">The policy that limits calls; null where there is none.</param>
/// <param name="Name">The endpoint's name.</param>
/// <param name="Tags">Of OpenAPI, sorted.</param>
/// <param name="IsDescribed">Whether OpenAPI shows it.</param>
public sealed record RouteMetadata(
    bool IsAnonymous,
    EquatableArray<string> Demands,
    string? Cors,
    string? RateLimit,
    string? Name,
    EquatableArray<string> Tags,
    bool IsDescribed)
{
    public static readonly RouteMetadata None = new(false, EquatableArray<string>.Empty, null, null, null, EquatableArray<string>.Empty, true);

    /// <summary>What the conventions come to, given from the outermost group to the endpoint itself: of what can be said once, the last counts.</summary>
    internal static RouteMetadata Of(IReadOnlyCollection<RouteConvention> conventions)
    {
        var isAnonymous = conventions.Any(each => each.Kind == RouteConventionKind.Anonymous);
        return new(
            isAnonymous,
            isAnonymous ? EquatableArray<string>.Empty : Sorted(conventions.Where(each => each.IsDemand).Select(Demand)),
            Last(conventions, RouteConventionKind.Cors),
            conventions.Any(each => each.Kind == RouteConventionKind.NoRateLimit) ? null : Last(conventions, RouteConventionKind.RateLimit),
            Last(conventions, RouteConventionKind.Name),
            Sorted(conventions.Where(each => each.Kind == RouteConventionKind.Tag).Select(each => each.Value)),
            conventions.All(each => each.Kind != RouteConventionKind.Undescribed));
    }

    /// <summary>The order that the conventions come to, or else the one that the mapping gives.</summary>
    internal static int Order(IReadOnlyCollection<RouteConvention> conventions, int otherwise) =>
        int.TryParse(Last(conventions, RouteConventionKind.Order), NumberStyles.Integer, CultureInfo.InvariantCulture, out var order) ? order : otherwise;

    /// <summary>Only what is said.</summary>
    public IEnumerable<NodeProperty> Properties
    {
        get
        {
            if (IsAnonymous || Demands.Count > 0)
            {
                yield return new("authorization", IsAnonymous ? "anonymous" : string.Join(", ", Demands.Items));
            }

            foreach (var (name, value) in new[] { ("cors", Cors?.Length == 0 ? "none" : Cors), ("rate limit", RateLimit), ("name", Name), ("tags", Tags.Count == 0 ? null : string.Join(", ", Tags.Items)) })
            {
                if (value is not null)
                {
                    yield return new(name, value);
                }
            }

            if (!IsDescribed)
            {
                yield return new("openapi", "left out");
            }
        }
    }

    private static string Demand(RouteConvention convention) => convention.Kind switch
    {
        RouteConventionKind.Policy => $"policy {convention.Value}",
        RouteConventionKind.Roles => $"role {string.Join(" or ", convention.Value.Split(',').Select(role => role.Trim()))}",
        RouteConventionKind.Schemes => $"scheme {string.Join(" or ", convention.Value.Split(',').Select(scheme => scheme.Trim()))}",
        _ => "authenticated",
    };

    private static string? Last(IEnumerable<RouteConvention> conventions, RouteConventionKind kind) => conventions.LastOrDefault(each => each.Kind == kind)?.Value;

    private static EquatableArray<string> Sorted(IEnumerable<string> texts) => texts.Distinct(StringComparer.Ordinal).OrderBy(text => text, StringComparer.Ordinal).ToEquatableArray();
}
