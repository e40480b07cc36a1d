using Klotho.Analysis.Routes;
using Klotho.Compiler.Tests.Harness;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>ASP.NET Core itself says who may call a route, and what else its endpoint's metadata hold.</summary>
public sealed class RouteMetadataOracleTests
{
    [Fact]
    public async Task What_is_said_of_a_route_is_what_its_endpoint_says()
    {
        var compilation = App.Compile(Golden.Sources("RouteMetadata", ""));
        var actual = await Run(compilation);

        var analysed = App.Analyze(compilation).Graph.Nodes.Items.OfType<RouteNode>()
            .Select(route => $"{route.Id.Name}: {string.Join("; ", route.Metadata.Properties.Select(property => $"{property.Name} {property.Value}"))}")
            .Order(StringComparer.Ordinal);

        Assert.True(actual.Count > 20, $"{actual.Count} routes");
        Assert.Equal(actual, analysed);
    }

    private static async Task<List<string>> Run(Compilation compilation)
    {
        var endpoints = await RunningEndpoints.OfAsync(compilation, "SecuredApp.App");
        return [.. endpoints
            .Select(endpoint => $"{Id(endpoint)}: {string.Join("; ", Metadata(endpoint.Metadata))}")
            .Order(StringComparer.Ordinal)];
    }

    private static string Id(RouteEndpoint endpoint) =>
        $"{string.Join(",", endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"])} /{endpoint.RoutePattern.RawText?.Trim('/')}";

    private static IEnumerable<string> Metadata(EndpointMetadataCollection metadata)
    {
        var demands = metadata.GetOrderedMetadata<IAuthorizeData>().SelectMany(Demands)
            .Concat(metadata.GetOrderedMetadata<AuthorizationPolicy>().SelectMany(_ => new[] { "authenticated", "policy built here" }))
            .Distinct().Order(StringComparer.Ordinal).ToList();
        var tags = metadata.GetOrderedMetadata<ITagsMetadata>().SelectMany(tag => tag.Tags).Distinct().Order(StringComparer.Ordinal).ToList();
        return new[]
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
        }.Where(said => said.Length > 0);
    }

    private static IEnumerable<string> Demands(IAuthorizeData data) =>
    [
        "authenticated",
        .. data.Policy is { } policy ? [$"policy {policy}"] : Array.Empty<string>(),
        .. data.Roles is { } roles ? [$"role {Or(roles)}"] : Array.Empty<string>(),
        .. data.AuthenticationSchemes is { } schemes ? [$"scheme {Or(schemes)}"] : Array.Empty<string>(),
    ];

    private static string Or(string list) => string.Join(" or ", list.Split(',', StringSplitOptions.TrimEntries));
}
