using Klotho.Analysis.Routes;
using Klotho.Compiler.Tests.Harness;
using Microsoft.AspNetCore.Routing;
using Microsoft.CodeAnalysis;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>ASP.NET Core itself says which routes an application maps.</summary>
public sealed class RouteOracleTests
{
    [Fact]
    public async Task The_routes_are_those_of_the_running_application()
    {
        var compilation = App.Compile(Golden.Sources("Routes", ""));
        var analysed = App.Analyze(compilation).Graph.Nodes.Items.OfType<RouteNode>().ToList();
        var actual = await Run(compilation);

        Assert.True(actual.Count > 40, $"{actual.Count} routes");
        Assert.DoesNotContain(analysed, route => route.IsProxy);
        Assert.Equal(actual, analysed.SelectMany(route => Keys(route.Verbs.Items, route.Pattern)).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("app.⟦KL1061:MapRazorPages⟧();", "/{**path}")]
    [InlineData("app.⟦KL1061:UseStaticFiles⟧();", "/{**path}")]
    [InlineData("app.MapGroup(\"/api\").⟦KL1061:MapHub<Chat>⟧(args[0]);", "/api/{**path}")]
    [InlineData("app.⟦KL1061:MapHealthChecks⟧(app.Configuration[\"Health\"] ?? \"/health\");", "/{**path}")]
    [InlineData("app.⟦KL1061:MapStaticAssets⟧();", "/{**path}")]
    [InlineData("app.⟦KL1061:Map⟧(\"/branch\", branch => { });", "/branch/{**path}")]
    [InlineData("RouteGroupBuilder g = app.MapGroup(\"a\"); g = app.MapGroup(\"b\"); g.MapGet(⟦KL1060:\"x\"⟧, () => 1);", "/{**path}")]
    [InlineData("Action<IEndpointRouteBuilder> map = g => g.MapGet(⟦KL1060:\"x\"⟧, () => 1); map(app.MapGroup(\"a\"));", "/{**path}")]
    public void What_is_not_read_is_passed_on_and_told(string mapping, string pattern)
    {
        var result = Squiggle.Check($$"""
            var builder = WebApplication.CreateBuilder(args);
            var app = builder.Build();
            {{mapping}}
            app.Run();
            class Chat : Microsoft.AspNetCore.SignalR.Hub;
            """);

        Assert.Contains(result.Graph.Nodes.Items.OfType<RouteNode>(), route => route is { IsProxy: true } && route.Pattern == pattern);
    }

    private static async Task<List<string>> Run(Compilation compilation)
    {
        var endpoints = await RunningEndpoints.OfAsync(compilation, "RoutedApp.App");
        return [.. endpoints
            .SelectMany(endpoint => Keys(endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [], endpoint.RoutePattern.RawText ?? ""))
            .Distinct()
            .Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Keys(IEnumerable<string> verbs, string pattern) =>
        verbs.DefaultIfEmpty("*").Select(verb => $"{verb.ToUpperInvariant()} /{pattern.Trim('/')}");
}
