namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Requests by an Application Load Balancer, to a real process.</summary>
public sealed class BalancerInvocationTests(RunningFunction function) : IClassFixture<RunningFunction>
{
    [Fact]
    public async Task A_request_arrives_as_it_was_sent()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.BalancerRequest(
            "POST", "/echo/a%20b%2Fc%2541", [("q", "1"), ("q", "%C3%A4+")], "grüezi", ("x-color", "red"), ("x-color", "blue"), ("content-type", "text/plain")));

        Assert.False(answer.Failed, answer.Json.GetRawText());
        Assert.Equal((200, "200 OK"), (answer.Status, answer.Json.GetProperty("statusDescription").GetString()));
        Assert.Equal(
            [
                "POST", "https", "deck.example.com", "/echo/a b%2Fc%41", "?q=1&q=%C3%A4+",
                "/echo/a%20b%2Fc%2541?q=1&q=%C3%A4+", "203.0.113.7", "red,blue", "5759e988bd862e3fe1be46a994272793", LambdaSimulator.Trace, "grüezi",
            ],
            answer.Text.Split('\n'));
        Assert.Equal(["one", "two"], answer.Values("X-Started"));
        Assert.Equal(["text/plain; charset=utf-8"], answer.Values("Content-Type"));
        Assert.False(answer.Json.TryGetProperty("headers", out _));
    }

    [Fact]
    public async Task Cookies_pass_both_ways()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.BalancerRequest("GET", "/cookies", [], null, ("cookie", "a=1"), ("cookie", "b=2")));

        Assert.Equal("1 2", answer.Text);
        Assert.Equal(["first=1; path=/", "second=2; path=/"], answer.Values("Set-Cookie"));
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/_klotho/health", 200)]
    [InlineData("/_klotho/dead-letters", 404)]
    [InlineData("/_klotho/calls/errands/Klotho.Runtime.Tests.Host.IErrandDesk.Count", 404)]
    public async Task Of_the_own_endpoints_a_load_balancer_reaches_health_alone(string path, int status) =>
        Assert.Equal(status, (await function.Lambda.InvokeAsync(LambdaEvents.BalancerRequest("GET", path, [], null))).Status);

    [Fact]
    public async Task A_response_over_the_load_balancers_limit_fails_the_invocation()
    {
        var failed = await function.Lambda.InvokeAsync(LambdaEvents.BalancerRequest("GET", "/large", [], null));

        Assert.True(failed.Failed);
        Assert.Contains("1048576", failed.Json.GetProperty("errorMessage").GetString(), StringComparison.Ordinal);
        Assert.Equal(200, (await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/large"))).Status);
    }
}
