using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>
/// The API by which Lambda hands out invocations and takes answers.
/// Source: docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html, 2026-11-22.
/// </summary>
internal sealed class RuntimeApi : IDisposable
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Uri _url;
    private readonly HttpClient _http;

    /// <param name="address">Host and port.</param>
    public RuntimeApi(string address)
    {
        _url = new Uri($"http://{address}/2018-06-01/runtime/");
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,

            // Lambda's own API is no part of the application's traces.
            ActivityHeadersPropagator = null,
        };

        // Between two invocations the process is frozen, for as long as nobody calls.
        _http = new HttpClient(handler) { BaseAddress = _url, Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Waits for the next invocation.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancel)
    {
        using var response = (await _http.GetAsync("invocation/next", cancel)).EnsureSuccessStatusCode();
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancel));
        return new Invocation(
            Header(response, "Lambda-Runtime-Aws-Request-Id") ?? throw new HttpRequestException("Lambda handed out an invocation without an id."),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Header(response, "Lambda-Runtime-Deadline-Ms") ?? "", CultureInfo.InvariantCulture)),
            Header(response, "Lambda-Runtime-Trace-Id"),
            json.RootElement.Clone());
    }

    /// <summary>Answers an invocation.</summary>
    public Task AnswerAsync(string requestId, ReadOnlyMemory<byte> answer) => PostAsync(Answer(requestId), answer, null);

    /// <summary>Answers an invocation while the answer is made.</summary>
    public RuntimeAnswerStream Stream(string requestId) => new(new Uri(_url, Answer(requestId)));

    /// <summary>Fails an invocation.</summary>
    public Task FailAsync(string requestId, RuntimeError error) => PostAsync($"invocation/{requestId}/error", error.Write(), error.Type);

    /// <summary>Says that the process cannot start. Waits for it: the process is about to end.</summary>
    public void FailInitialization(RuntimeError error)
    {
        using var request = Request("init/error", error.Write(), error.Type);
        using var response = _http.Send(request);
    }

    public void Dispose() => _http.Dispose();

    private static string Answer(string requestId) => $"invocation/{requestId}/response";

    private async Task PostAsync(string path, ReadOnlyMemory<byte> content, string? error)
    {
        using var request = Request(path, content, error);
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private static HttpRequestMessage Request(string path, ReadOnlyMemory<byte> content, string? error)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(content) };
        request.Content.Headers.ContentType = Json;
        if (error is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", error);
        }

        return request;
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
