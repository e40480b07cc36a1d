using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>Stands between one unit and the emulators of AWS, and writes down what the unit calls.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private static readonly string[] HopByHop = ["Connection", "Content-Length", "Expect", "Host", "Keep-Alive", "Transfer-Encoding"];

    private readonly HttpClient _http = new() { Timeout = Timeout.InfiniteTimeSpan };
    private readonly ConcurrentQueue<AwsCall> _calls = new();
    private readonly WebApplication _app;

    private RecordingProxy(WebApplication app) => _app = app;

    public string Address => _app.Urls.Single();

    /// <summary>What was called, each call once.</summary>
    public IReadOnlySet<AwsCall> Calls => _calls.ToHashSet();

    public static async Task<RecordingProxy> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var proxy = new RecordingProxy(builder.Build());
        proxy._app.Run(proxy.ForwardAsync);
        await proxy._app.StartAsync();
        return proxy;
    }

    public void Forget() => _calls.Clear();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var received = new MemoryStream();
        await context.Request.Body.CopyToAsync(received, context.RequestAborted);
        var body = received.ToArray();
        using var request = Request(context.Request, body);
        try
        {
            using var answer = await _http.SendAsync(request, context.RequestAborted);
            foreach (var call in AwsCallReading.Read(context.Request, body, (int)answer.StatusCode))
            {
                _calls.Enqueue(call);
            }

            context.Response.StatusCode = (int)answer.StatusCode;
            foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(header => !HopByHop.Contains(header.Key)))
            {
                context.Response.Headers[name] = values.ToArray();
            }

            // The answer to HEAD tells a length and has none.
            if (context.Request.Method == HttpMethods.Head)
            {
                context.Response.ContentLength = answer.Content.Headers.ContentLength;
                return;
            }

            await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The unit has ended while it waited for messages.
        }
    }

    private static HttpRequestMessage Request(HttpRequest received, byte[] body)
    {
        var target = $"{received.Headers["X-Amz-Target"]}";
        var emulator = Environment.GetEnvironmentVariable(target.StartsWith("DynamoDB", StringComparison.Ordinal) ? "AWS_ENDPOINT_URL_DYNAMODB" : "AWS_ENDPOINT_URL") ?? "";
        if (target.StartsWith("AmazonSQS", StringComparison.Ordinal))
        {
            // The unit made the queue's address from the proxy's; the emulator knows the queue by its own.
            body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace($"http://{received.Host}", emulator.TrimEnd('/'), StringComparison.Ordinal));
        }

        var request = new HttpRequestMessage(new HttpMethod(received.Method), emulator.TrimEnd('/') + received.Path.ToUriComponent() + received.QueryString)
        {
            Content = body.Length > 0 || received.ContentType is not null ? new ByteArrayContent(body) : null,
        };
        foreach (var (name, values) in received.Headers.Where(header => !HopByHop.Contains(header.Key, StringComparer.OrdinalIgnoreCase)))
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content?.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }
}
