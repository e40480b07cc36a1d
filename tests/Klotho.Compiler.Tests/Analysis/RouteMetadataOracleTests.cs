using Klotho.Analysis.Routes;
using Klotho.Compiler.Tests.Harness;
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
            .Select(endpoint => $"{EndpointText.Id(endpoint)}: {EndpointText.Metadata(endpoint.Metadata)}")
            .Order(StringComparer.Ordinal)];
    }
}
