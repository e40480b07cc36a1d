using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>The runtime API of AWS Lambda on Kestrel, as docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html describes it.</summary>
internal sealed class LambdaSimulator : IAsyncDisposable
{
    public const string Trace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1";

    private readonly WebApplication _app;
    private readonly Channel<(string Id, string Event, TimeSpan Timeout)> _invocations = Channel.CreateUnbounded<(string, string, TimeSpan)>();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<LambdaResult>> _answers = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<LambdaStream>> _streams = new();
    private readonly TaskCompletionSource<JsonElement> _initError = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly LambdaExtensions _extensions;
    private int _waiting;

    private LambdaSimulator(WebApplication app, LambdaExtensions extensions) => (_app, _extensions) = (app, extensions);

    /// <summary>What AWS_LAMBDA_RUNTIME_API holds.</summary>
    public string Address => new Uri(_app.Urls.Single()).Authority;

    /// <summary>Completes with what the function said when it could not start.</summary>
    public Task<JsonElement> InitError => _initError.Task;

    /// <summary>Whether Lambda would send the function SIGTERM: only one with an extension gets it.</summary>
    public bool SendsSignal => _extensions.HasAny;

    /// <summary>How often the function has asked for an invocation.</summary>
    public int Asked => Volatile.Read(ref _waiting);

    public static async Task<LambdaSimulator> StartAsync(bool takesExtensions = true)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        builder.Logging.ClearProviders();
        var simulator = new LambdaSimulator(builder.Build(), new(takesExtensions));
        simulator.Map();
        await simulator._app.StartAsync();
        return simulator;
    }

    public async Task<LambdaResult> InvokeAsync(string invoked, TimeSpan? timeout = null)
    {
        var id = Guid.NewGuid().ToString();
        var answer = _answers[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _invocations.Writer.WriteAsync((id, invoked, timeout ?? TimeSpan.FromSeconds(30)));
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Invokes as a function's URL does whose invoke mode is RESPONSE_STREAM. An invocation that fails throws.</summary>
    public async Task<LambdaStream> StreamAsync(string invoked, TimeSpan? timeout = null)
    {
        var id = Guid.NewGuid().ToString();
        var answer = _streams[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await _invocations.Writer.WriteAsync((id, invoked, timeout ?? TimeSpan.FromSeconds(30)));
        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    public async ValueTask DisposeAsync()
    {
        _invocations.Writer.TryComplete();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(patience.Token);
        await _app.DisposeAsync();
    }

    private void Map()
    {
        _extensions.Map(_app);
        var api = _app.MapGroup("/2018-06-01/runtime");
        api.MapGet("/invocation/next", (RequestDelegate)NextAsync);
        api.MapPost("/invocation/{id}/response", (RequestDelegate)(context => EndAsync(context, failed: false)));
        api.MapPost("/invocation/{id}/error", (RequestDelegate)(context => EndAsync(context, failed: true)));
        api.MapPost("/init/error", (RequestDelegate)(async context => _initError.TrySetResult(await ReadAsync(context))));
    }

    private async Task NextAsync(HttpContext context)
    {
        Interlocked.Increment(ref _waiting);
        await _extensions.InitializedAsync().WaitAsync(context.RequestAborted);
        var (id, invoked, timeout) = await _invocations.Reader.ReadAsync(context.RequestAborted);
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        context.Response.Headers["Lambda-Runtime-Deadline-Ms"] =
            (DateTimeOffset.UtcNow + timeout).ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture);
        context.Response.Headers["Lambda-Runtime-Trace-Id"] = Trace;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(invoked);
    }

    private async Task EndAsync(HttpContext context, bool failed)
    {
        if (_streams.TryRemove((string?)context.Request.RouteValues["id"] ?? "", out var stream))
        {
            await StreamAsync(context, stream, failed);
            return;
        }

        var json = await ReadAsync(context);
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        if (_answers.TryRemove((string?)context.Request.RouteValues["id"] ?? "", out var answer))
        {
            answer.SetResult(new LambdaResult(failed, json));
        }
    }

    private static async Task StreamAsync(HttpContext context, TaskCompletionSource<LambdaStream> stream, bool failed)
    {
        var request = context.Request;
        context.Response.StatusCode = StatusCodes.Status202Accepted;
        if (failed || request.Headers["Lambda-Runtime-Function-Response-Mode"] != "streaming" || request.ContentType != "application/vnd.awslambda.http-integration-response")
        {
            stream.SetException(new InvalidOperationException((await ReadAsync(context)).GetRawText()));
            return;
        }

        var error = new TaskCompletionSource<(string, JsonElement)?>(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = new Pipe();
        stream.SetResult(new LambdaStream(await LambdaStream.ReadHeadAsync(request.BodyReader), body.Reader.AsStream(), error.Task));
        try
        {
            await request.BodyReader.CopyToAsync(body.Writer);
            error.SetResult(ErrorOf(request));
        }
        catch (Exception cut) when (cut is IOException or BadHttpRequestException)
        {
            error.SetException(cut);
        }

        await body.Writer.CompleteAsync();
    }

    private static (string, JsonElement)? ErrorOf(HttpRequest request)
    {
        if (request.GetTrailer("Lambda-Runtime-Function-Error-Type").ToString() is not { Length: > 0 } type)
        {
            return null;
        }

        using var json = JsonDocument.Parse(Convert.FromBase64String(request.GetTrailer("Lambda-Runtime-Function-Error-Body").ToString()));
        return (type, json.RootElement.Clone());
    }

    private static async Task<JsonElement> ReadAsync(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        return json.RootElement.Clone();
    }
}
