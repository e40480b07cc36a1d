using System.Text.RegularExpressions;
using Klotho.Analysis.Routes;
using Klotho.Emit.Capabilities.Expose;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>A load balancer's rules are never stricter than the application, and a new route moves none of them.</summary>
public sealed class LoadBalancerRoutes
{
    private const string Alb = "exposed: {api: {type: alb}}\n";

    [Theory]
    [InlineData("/decks/{deck}", "/decks /DECKS /decks/ /Decks/a/b", "/ /deck /decks2 /a/decks")]
    [InlineData("/v1.0/deck-s/{deck}", "/v1.0/deck-s /V1.0/DECK-S/x", "/v1x0/deck-s /v1.0/deck")]
    [InlineData("/über/{name}", "/%C3%BCber /%c3%bcBER/x", "/uber")]
    [InlineData("/", "/", "/a")]
    [InlineData("/{**path}", "/ /a /a/b", "")]
    public void A_rule_takes_what_the_application_takes(string pattern, string taken, string left)
    {
        var expression = PathExpression.Of(RoutePrefix.Of(new(new(RouteNode.Kind, pattern), default, default, pattern, "handler", IsProxy: false), depth: 2));

        Assert.NotNull(expression);
        Assert.All(taken.Split(' '), path => Assert.Matches(new Regex(expression), path));
        Assert.All(left.Split(' ', StringSplitOptions.RemoveEmptyEntries), path => Assert.DoesNotMatch(new Regex(expression), path));
    }

    [Fact]
    public void A_prefix_that_is_too_long_in_both_cases_is_matched_as_it_is_written()
    {
        var segment = new string('a', 40);
        var rule = Rules($"""app.MapGet("/{segment}/x", () => "");""").Single().Rule;

        Assert.Equal([$"/{segment}", $"/{segment}/*"], rule.Inputs.DescendantsAndSelf().OfType<InputValue.Text>().Select(text => text.Value).Where(text => text.StartsWith('/')));
    }

    [Fact]
    public void What_is_more_exact_comes_first_and_a_new_route_moves_no_other()
    {
        var before = Rules("""app.MapGet("/decks", () => ""); app.MapGet("/slides/{number}", () => ""); app.MapFallback("{**page}", () => "");""");
        var after = Rules("""app.MapGet("/decks", () => ""); app.MapGet("/attendees", () => ""); app.MapGet("/slides/{number}", () => ""); app.MapFallback("{**page}", () => "");""");

        Assert.Equal(["api-own-endpoints"], before.Where(rule => rule.Priority == 1).Select(rule => rule.Rule.Name.Value));
        Assert.Equal("api-root", before.MaxBy(rule => rule.Priority).Rule.Name.Value);
        Assert.Equal(before.Count + 1, after.Count);
        Assert.Equal(after.Count, after.Select(rule => rule.Priority).Distinct().Count());
        Assert.All(before, rule => Assert.Contains(after, other => other.Rule.Name == rule.Rule.Name && other.Priority == rule.Priority));
    }

    private static List<(Resource Rule, long Priority)> Rules(string routes)
    {
        var result = EmitCase.RunText($"[assembly: Expose(\"api\")]\nvar app = WebApplication.CreateBuilder(args).Build();\n{routes}\napp.Run();\n", Alb);
        Assert.NotNull(result.Resources);
        return [.. result.Resources.Resources.Items
            .Where(resource => resource.Type.Value == "aws:lb/listenerRule:ListenerRule")
            .Select(resource => (resource, resource.Inputs.Find("priority") is InputValue.Whole whole ? whole.Value : 0))];
    }
}
