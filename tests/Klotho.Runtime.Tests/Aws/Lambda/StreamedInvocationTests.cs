using System.Text;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Requests by a function's URL whose invoke mode is RESPONSE_STREAM, to a real process.</summary>
public sealed class StreamedInvocationTests(StreamingFunction function) : IClassFixture<StreamingFunction>
{
    [Fact]
    public async Task Status_headers_cookies_and_body_arrive()
    {
        var answer = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("POST", "/echo/a", "grüezi", null, ("x-color", "red")));

        Assert.Equal((200, "one,two", "text/plain; charset=utf-8"), (answer.Status, answer.Header("X-Started"), answer.Header("Content-Type")));
        Assert.EndsWith("\ngrüezi", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Null(await answer.Error);
        var cookies = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", "/cookies", null, null));
        Assert.Equal(["first=1; path=/", "second=2; path=/"], cookies.Head.GetProperty("cookies").EnumerateArray().Select(cookie => cookie.GetString()));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_arrive_as_they_are_and_more_of_them_than_Lambda_takes_at_once()
    {
        var reversed = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("POST", "/reversed", "\0\0\0\0\0\0\0\0ab", null));
        Assert.Equal("ba\0\0\0\0\0\0\0\0", await reversed.TextAsync());

        var huge = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", "/huge", null, null));

        Assert.Equal(7 * 1024 * 1024, Encoding.UTF8.GetByteCount(await huge.TextAsync()));
        Assert.Null(await huge.Error);
    }

    [Fact]
    public async Task What_was_written_arrives_before_the_end_and_what_fails_then_is_told_at_the_end()
    {
        var answer = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", "/broken-off", null, null));

        Assert.Equal(200, answer.Status);
        Assert.Equal("so far", await answer.TextAsync());
        var (type, json) = await answer.Error ?? throw new InvalidOperationException("The answer ended well.");
        Assert.Equal("System.InvalidOperationException", type);
        Assert.Equal("""{"errorType":"System.InvalidOperationException","errorMessage":"It broke off."}""", json.GetRawText());
        Assert.Equal(200, (await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", "/echo/", null, null))).Status);
    }

    [Fact]
    public async Task A_request_that_failed_before_it_was_answered_fails_the_invocation()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            () => function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", "/broken", null, null)));

        Assert.Equal("""{"errorType":"System.InvalidOperationException","errorMessage":"It is broken."}""", failure.Message);
    }

    [Theory]
    [InlineData("/nowhere", 404)]
    [InlineData("/_klotho/anything", 404)]
    [InlineData("/endless", 504)]
    public async Task An_answer_without_a_body_is_streamed_too(string path, int status)
    {
        var answer = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", path, null, null), TimeSpan.FromSeconds(1));

        Assert.Equal((status, ""), (answer.Status, await answer.TextAsync()));
        Assert.Null(await answer.Error);
    }

    [Fact]
    public async Task The_deadline_ends_what_has_begun_with_an_error()
    {
        var answer = await function.Lambda.StreamAsync(LambdaEvents.UrlRequest("GET", "/begun", null, null), TimeSpan.FromSeconds(1));

        Assert.Equal("so far", await answer.TextAsync());
        Assert.Equal("Klotho.DeadlineExceeded", (await answer.Error)?.Type);
    }

    [Fact]
    public async Task A_request_by_a_gateway_is_answered_in_one_piece()
    {
        var answer = await function.Lambda.InvokeAsync(LambdaEvents.Request("GET", "/echo/"));

        Assert.Equal(200, answer.Status);
        Assert.StartsWith("GET\n", answer.Text, StringComparison.Ordinal);
    }
}
