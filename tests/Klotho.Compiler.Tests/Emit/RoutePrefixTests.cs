using Klotho.Analysis.Routes;
using Klotho.Emit.Capabilities.Expose;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>A gateway route is never narrower than the application's, and opens nothing that the application did not.</summary>
public sealed class RoutePrefixTests
{
    [Theory]
    [InlineData("/search", 1, "ANY /search|ANY /search/|ANY /search/{proxy+}")]
    [InlineData("/decks/{deck}/slides/{number:int}", 1, "ANY /decks|ANY /decks/|ANY /decks/{proxy+}")]
    [InlineData("/decks/admin/{deck}", 2, "ANY /decks/admin|ANY /decks/admin/|ANY /decks/admin/{proxy+}")]
    [InlineData("/decks/{deck}", 2, "ANY /decks|ANY /decks/|ANY /decks/{proxy+}")]
    [InlineData("/", 1, "ANY /")]
    [InlineData("/{**path}", 1, "ANY /|ANY /{proxy+}")]
    public void A_route_has_these_keys(string pattern, int depth, string keys) =>
        Assert.Equal(keys, string.Join('|', RoutePrefix.Of(Route(pattern, isProxy: false), depth).Keys()));

    [Fact]
    public void A_pattern_that_is_known_only_at_run_time_needs_everything() =>
        Assert.Equal(["ANY /", "ANY /{proxy+}"], RoutePrefix.Of(Route("/", isProxy: true), 1).Keys());

    private static RouteNode Route(string pattern, bool isProxy) => new(new(RouteNode.Kind, pattern), default, default, pattern, "handler", isProxy);
}
