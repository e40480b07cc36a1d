using System.Collections.Concurrent;
using System.Text;
using Klotho.Runtime.Tests.Contracts;
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
    private readonly Uri? _values;
    private readonly Dictionary<string, Uri?> _functions;

    private RecordingProxy(WebApplication app, Uri? values, Dictionary<string, Uri?> functions) => (_app, _values, _functions) = (app, values, functions);

    public string Address => _app.Urls.Single();

    /// <summary>What was called, each call once.</summary>
    public IReadOnlySet<AwsCall> Calls => _calls.ToHashSet();

    /// <param name="values">Where secrets and parameters are.</param>
    /// <param name="functions">The processes that stand in for functions, which have addresses of their own.</param>
    public static async Task<RecordingProxy> StartAsync(Uri? values = null, params (string Function, Uri? Process)[] functions)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var proxy = new RecordingProxy(builder.Build(), values, functions.ToDictionary(function => function.Function, function => function.Process, StringComparer.Ordinal));
        proxy._app.Run(proxy.ForwardAsync);
        await proxy._app.StartAsync();
        return proxy;
    }

    /// <summary>Writes down what was called by another way.</summary>
    public void Add(AwsCall call) => _calls.Enqueue(call);

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
        using var request = await RequestAsync(context.Request, body);
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

    private string Emulator(string service, string? function) => service switch
    {
        "DynamoDB_20120810" => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_DYNAMODB") ?? "",
        "AWSEvents" => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL_EVENTBRIDGE") ?? "",
        "secretsmanager" or "AmazonSSM" => $"{_values}",
        _ when function is not null => $"{_functions[function]}",
        _ => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL") ?? "",
    };

    private async Task<HttpRequestMessage> RequestAsync(HttpRequest received, byte[] body)
    {
        var service = $"{received.Headers["X-Amz-Target"]}".Split('.')[0];
        var function = AwsCallReading.FunctionOf(received);
        var emulator = Emulator(service, function);
        if (service == "AmazonSQS")
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

        if (received.Query.ContainsKey("X-Amz-Signature"))
        {
            // A link is signed for the host that it leads to.
            request.Headers.Host = received.Host.Value;
        }

        if (function is not null)
        {
            // Lambda has let the role through, which the process that stands in for the function can't know.
            request.Headers.Remove("Authorization");
            await SignedCall.SignAsync(request, received.Path.Value ?? "", DeskRun.Token);
        }

        return request;
    }
}
