using System.Text;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Requests by an HTTP API or a function URL, to a real process.</summary>
public sealed class HttpInvocationTests(RunningFunction function) : IClassFixture<RunningFunction>
{
    [Fact]
    public async Task A_request_arrives_as_it_was_sent()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request(
            "POST", "/echo/a%20b%2541%C3%A4", "q=1&q=%C3%A4+", "grüezi", headers: [("x-color", "red,blue"), ("content-type", "text/plain")]));

        Assert.False(answer.Failed, answer.Json.GetRawText());
        Assert.Equal(200, answer.Status);
        Assert.False(answer.Json.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(
            [
                "POST", "https", "abc123.execute-api.eu-central-1.amazonaws.com", "/echo/a b%41ä", "?q=1&q=%C3%A4+",
                "/echo/a%20b%2541%C3%A4?q=1&q=%C3%A4+", "203.0.113.7", "red,blue", "5759e988bd862e3fe1be46a994272793", LambdaSimulator.Trace, "grüezi",
            ],
            answer.Text.Split('\n'));
        Assert.Equal("one,two", answer.Header("X-Started"));
        Assert.Equal("text/plain; charset=utf-8", answer.Header("Content-Type"));
    }

    // Of an HTTP API nothing tells an escaped slash from a slash, nor what was behind an escaped question mark; the target is the shortest that decodes to the path.
    [Theory]
    [InlineData("/echo/%2541", "/echo/%41", "/echo/%2541")]
    [InlineData("/echo/100%25", "/echo/100%", "/echo/100%25")]
    [InlineData("/echo/a%2Fb", "/echo/a/b", "/echo/a/b")]
    [InlineData("/echo/a%252Fb", "/echo/a%2Fb", "/echo/a%252Fb")]
    [InlineData("/echo/a%23b;c=1,2", "/echo/a#b;c=1,2", "/echo/a%23b;c=1,2")]
    [InlineData("/echo/a%3Fb", "/echo/a", "/echo/a")]
    public async Task A_path_by_an_HTTP_API_is_decoded_once(string sent, string path, string target) =>
        Assert.Equal((path, target), Paths(await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", sent))));

    // As behind Kestrel, which leaves an escaped slash as it is.
    [Theory]
    [InlineData("/echo/%2541", "/echo/%41")]
    [InlineData("/echo/100%25", "/echo/100%")]
    [InlineData("/echo/a%2Fb", "/echo/a%2Fb")]
    [InlineData("/echo/a%20%C3%A4%23%3Fb", "/echo/a ä#?b")]
    public async Task A_path_by_the_functions_URL_is_decoded_once(string sent, string path) =>
        Assert.Equal((path, sent), Paths(await function.Lambda.InvokeAsync(LambdaEvents.UrlRequest("GET", sent, null, caller: null))));

    [Fact]
    public async Task A_request_without_a_body_is_answered()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"));

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("GET\n", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_pass_both_ways()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request("POST", "/reversed", body: Convert.ToBase64String(bytes), base64: true));

        Assert.True(answer.Json.GetProperty("isBase64Encoded").GetBoolean());
        Assert.Equal(bytes.Reverse(), answer.Bytes);
    }

    [Fact]
    public async Task Cookies_pass_both_ways()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/cookies", cookies: ["a=1", "b=2"]));

        Assert.Equal("1 2", answer.Text);
        Assert.Equal(["first=1; path=/", "second=2; path=/"], answer.Json.GetProperty("cookies").EnumerateArray().Select(cookie => cookie.GetString()));
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Fact]
    public async Task What_no_route_takes_is_not_found()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/nowhere"));

        Assert.False(answer.Failed);
        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task An_exception_fails_the_invocation_without_its_stack_trace_and_the_next_one_is_answered()
    {
        var failed = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/broken"));

        Assert.True(failed.Failed);
        Assert.Equal("""{"errorType":"System.InvalidOperationException","errorMessage":"It is broken."}""", failed.Json.GetRawText());
        Assert.Equal(200, (await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"))).Status);
    }

    [Fact]
    public async Task A_response_over_the_limit_fails_the_invocation()
    {
        var failed = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/huge"));

        Assert.True(failed.Failed);
        Assert.Equal("Klotho.PayloadTooLargeException", failed.Json.GetProperty("errorType").GetString());
    }

    [Fact]
    public async Task A_request_is_cancelled_a_little_before_the_deadline()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/endless"), TimeSpan.FromSeconds(1));

        Assert.False(answer.Failed);
        Assert.Equal(504, answer.Status);
    }

    [Theory]
    [InlineData("/_klotho/calls/errands/Klotho.Runtime.Tests.Host.IErrandDesk.Count")]
    [InlineData("/_KLOTHO/calls/errands/Klotho.Runtime.Tests.Host.IErrandDesk.Count")]
    [InlineData("/%5fklotho/calls/errands/Klotho.Runtime.Tests.Host.IErrandDesk.Count")]
    public async Task A_call_of_a_unit_is_let_in_by_the_function_URL_from_a_caller_that_AWS_knows_and_no_other_way(string path)
    {
        const string Caller = "arn:aws:sts::123456789012:assumed-role/main/main";

        Assert.Equal(404, (await function.Lambda.InvokeAsync(LambdaEvents.Request("POST", path, body: "{}"))).Status);
        Assert.Equal(404, (await function.Lambda.InvokeAsync(LambdaEvents.SignedGatewayRequest("POST", path, "{}", Caller))).Status);
        Assert.Equal(404, (await function.Lambda.InvokeAsync(LambdaEvents.UrlRequest("POST", path, "{}", caller: null))).Status);
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.UrlRequest("POST", path, "{}", Caller));
        Assert.Equal("200 42", $"{answer.Status} {Encoding.UTF8.GetString(answer.Bytes)}");
    }

    [Theory]
    [InlineData("GET", "/_klotho/dead-letters", 404)]
    [InlineData("GET", "/_klotho/anything", 404)]
    [InlineData("GET", "/_klotho", 404)]
    [InlineData("GET", "/_klotho/health", 200)]
    public async Task Of_the_own_endpoints_a_gateway_reaches_health_alone(string method, string path, int status) =>
        Assert.Equal(status, (await function.Lambda.InvokeAsync(LambdaEvents.Request(method, path))).Status);

    private static (string Path, string Target) Paths(LambdaResult answer)
    {
        var lines = answer.Text.Split('\n');
        return (lines[3], lines[5]);
    }
}
