using Klotho.Analysis.Routes;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>What only running an application tells is passed on, and said where it stands.</summary>
public sealed class PassedOnRouteTests
{
    [Theory]
    [InlineData("app.⟦KL1061:MapRazorPages⟧();", "/{**path}")]
    [InlineData("app.⟦KL1061:UseStaticFiles⟧();", "/{**path}")]
    [InlineData("app.MapGroup(\"/api\").⟦KL1061:MapHub<Chat>⟧(args[0]);", "/api/{**path}")]
    [InlineData("app.⟦KL1061:MapHealthChecks⟧(app.Configuration[\"Health\"] ?? \"/health\");", "/{**path}")]
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
}
