using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klotho.Runtime.Tests.Applications;

/// <summary>What the planned place would not let through is answered as there.</summary>
public sealed class RequestLimitTests
{
    private static readonly Dictionary<string, string?> Limits = new()
    {
        ["Klotho:Limits:PayloadBytes"] = "1000",
        ["Klotho:Limits:ResponseSeconds"] = "1",
    };

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_request_over_the_limit_is_refused(int length, HttpStatusCode status)
    {
        await using var app = await StartAsync();

        using var answer = await app.Http.PostAsync("/length", new ByteArrayContent(new byte[length]));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? "1000" : """{"message":"Request Entity Too Large"}""", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task So_is_one_that_does_not_say_how_long_it_is()
    {
        await using var app = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/length") { Content = new StreamContent(new MemoryStream(new byte[1001])) };
        request.Headers.TransferEncodingChunked = true;

        using var answer = await app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.InternalServerError)]
    public async Task A_response_over_the_limit_fails_and_the_log_says_why(int length, HttpStatusCode status)
    {
        await using var app = await StartAsync();

        using var answer = await app.Http.GetAsync($"/bytes/{length}");

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status == HttpStatusCode.OK ? new string('x', 1000) : """{"message":"Internal Server Error"}""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(status == HttpStatusCode.OK ? 0 : 1, app.Log.Lines.Count(line => line.StartsWith("Warning: GET /bytes/1001: the response is over 1000 bytes", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_response_that_takes_too_long_is_given_up_and_its_handler_cancelled()
    {
        var cancelled = new TaskCompletionSource();
        await using var app = await StartAsync(cancelled);

        using var answer = await app.Http.GetAsync("/slow");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("""{"message":"Service Unavailable"}""", await answer.Content.ReadAsStringAsync());
        await cancelled.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task What_the_application_throws_and_Klothos_own_endpoints_are_as_without_limits()
    {
        await using var app = await StartAsync();

        using var broken = await app.Http.GetAsync("/broken");

        Assert.Equal(HttpStatusCode.InternalServerError, broken.StatusCode);
        Assert.DoesNotContain("message", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync("/_klotho/health")).StatusCode);
    }

    [Fact]
    public async Task A_limit_that_is_no_number_stops_the_start()
    {
        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            TestApplication.StartAsync([], new() { ["Klotho:Limits:PayloadBytes"] = "6MB" }));

        Assert.Equal("Klotho:Limits:PayloadBytes is '6MB': a whole number, at least 1.", mistake.Message);
    }

    private static Task<TestApplication> StartAsync(TaskCompletionSource? cancelled = null) => TestApplication.StartAsync([], Limits, map: app =>
    {
        app.MapPost("/length", async (HttpRequest request, CancellationToken cancel) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, cancel);
            return $"{body.Length}";
        });
        app.MapGet("/bytes/{length:int}", (int length) => new string('x', length));
        app.MapGet("/broken", (RequestDelegate)(_ => throw new InvalidOperationException("It is broken.")));
        app.MapGet("/slow", async (CancellationToken cancel) =>
        {
            await using var registration = cancel.Register(() => cancelled?.TrySetResult());
            await Task.Delay(Timeout.Infinite, cancel);
        });
    });
}
