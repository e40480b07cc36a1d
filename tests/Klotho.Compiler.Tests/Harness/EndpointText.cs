using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Klotho.Compiler.Tests.Harness;

/// <summary>An endpoint of ASP.NET Core in the words in which the graph says it.</summary>
internal static class EndpointText
{
    /// <summary>Verbs and pattern, as a route's id.</summary>
    public static string Id(RouteEndpoint endpoint) =>
        $"{(Verbs(endpoint) is { Count: > 0 } verbs ? string.Join(",", verbs) : "*")} /{Pattern(endpoint.RoutePattern).Trim('/')}";

    /// <summary>What is said of a route besides.</summary>
    public static string Metadata(EndpointMetadataCollection metadata)
    {
        var demands = metadata.GetOrderedMetadata<IAuthorizeData>().SelectMany(Demands)
            .Concat(metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(_ => new[] { "authenticated", "policy built here" }))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var tags = metadata.GetOrderedMetadata<ITagsMetadata>().SelectMany(tag => tag.Tags).Distinct().Order(StringComparer.Ordinal).ToList();
        return string.Join("; ", new[]
        {
            metadata.GetMetadata<IAllowAnonymous>() is not null ? "authorization anonymous" : demands.Count > 0 ? $"authorization {string.Join(", ", demands)}" : "",
            metadata.GetMetadata<ICorsMetadata>() switch
            {
                IDisableCorsAttribute => "cors none",
                IEnableCorsAttribute cors => $"cors {cors.PolicyName}",
                _ => "",
            },
            metadata.GetMetadata<DisableRateLimitingAttribute>() is null && metadata.GetMetadata<EnableRateLimitingAttribute>() is { } limit ? $"rate limit {limit.PolicyName}" : "",
            metadata.GetMetadata<IEndpointNameMetadata>() is { } name ? $"name {name.EndpointName}" : "",
            tags.Count > 0 ? $"tags {string.Join(", ", tags)}" : "",
            metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is { ExcludeFromDescription: true } ? "openapi left out" : "",
        }.Where(said => said.Length > 0));
    }

    private static List<string> Verbs(RouteEndpoint endpoint) =>
        [.. (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Select(verb => verb.ToUpperInvariant()).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>
    /// The pattern as it is written; of an action that is routed by convention, with the values that its endpoint requires
    /// in the place of parameters that must be there.
    /// </summary>
    private static string Pattern(RoutePattern pattern)
    {
        var text = pattern.RawText ?? "";
        if (!pattern.PathSegments.SelectMany(segment => segment.Parts).OfType<RoutePatternParameterPart>().Any(part => Required(pattern, part.Name) is not null))
        {
            return text;
        }

        var segments = text.Trim('/').Split('/');
        var needed = false;
        for (var index = segments.Length - 1; index >= 0; index--)
        {
            if (pattern.PathSegments[index].Parts is [RoutePatternParameterPart parameter] && Required(pattern, parameter.Name) is { } value)
            {
                needed |= !pattern.Defaults.TryGetValue(parameter.Name, out var other) || !string.Equals(other?.ToString(), value, StringComparison.OrdinalIgnoreCase);
                segments[index] = needed ? value : segments[index];
            }
        }

        return string.Join('/', segments);
    }

    private static string? Required(RoutePattern pattern, string name) =>
        pattern.RequiredValues.TryGetValue(name, out var value) && value?.ToString() is { Length: > 0 } text ? text : null;

    private static IEnumerable<string> Demands(IAuthorizeData data) =>
    [
        "authenticated",
        .. data.Policy is { } policy ? [$"policy {policy}"] : Array.Empty<string>(),
        .. data.Roles is { } roles ? [$"role {Or(roles)}"] : Array.Empty<string>(),
        .. data.AuthenticationSchemes is { } schemes ? [$"scheme {Or(schemes)}"] : Array.Empty<string>(),
    ];

    private static string Or(string list) => string.Join(" or ", list.Split(',', StringSplitOptions.TrimEntries));
}
