using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>
/// The API for extensions, as docs.aws.amazon.com/lambda/latest/dg/runtimes-extensions-api.html describes it (2026-11-23), for those within the function's process: they
/// may ask for INVOKE alone. Lambda hands out the first invocation once each extension waits for events, of which none are sent here.
/// </summary>
/// <param name="takesAny">Whether there is room for one: a function has at most ten.</param>
internal sealed class LambdaExtensions(bool takesAny)
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _ready = new();
    private volatile bool _isInitialized;

    /// <summary>Whether the function gets SIGTERM before it is killed.</summary>
    public bool HasAny => !_ready.IsEmpty;

    public void Map(WebApplication app)
    {
        var api = app.MapGroup("/2020-01-01/extension");
        api.MapPost("/register", (RequestDelegate)RegisterAsync);
        api.MapGet("/event/next", (RequestDelegate)NextAsync);
    }

    /// <summary>The function asks for its first invocation: nothing more is registered.</summary>
    public Task InitializedAsync()
    {
        _isInitialized = true;
        return Task.WhenAll(_ready.Values.Select(ready => ready.Task));
    }

    private async Task RegisterAsync(HttpContext context)
    {
        using var json = await JsonDocument.ParseAsync(context.Request.Body);
        var events = json.RootElement.GetProperty("events").EnumerateArray().Select(each => each.GetString()).ToList();
        var refusal = context.Request.Headers["Lambda-Extension-Name"].ToString() == "" ? "Extension.MissingHeader"
            : _isInitialized ? "Extension.RegistrationClosed"
            : !takesAny ? "Extension.TooManyExtensions"
            : events.Contains("SHUTDOWN") ? "ShutdownEventNotSupportedForInternalExtension"
            : events.Exists(each => each != "INVOKE") ? "Extension.InvalidEventType"
            : null;
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        var id = Guid.NewGuid().ToString();
        _ready[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        context.Response.Headers["Lambda-Extension-Identifier"] = id;
        await context.Response.WriteAsync("""{"functionName":"main","functionVersion":"$LATEST","handler":""}""");
    }

    private async Task NextAsync(HttpContext context)
    {
        if (!_ready.TryGetValue(context.Request.Headers["Lambda-Extension-Identifier"].ToString(), out var ready))
        {
            await RefuseAsync(context, "Extension.UnknownExtensionIdentifier");
            return;
        }

        ready.TrySetResult();
        await Task.Delay(Timeout.Infinite, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, string type)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsync($$"""{"errorType":"{{type}}","errorMessage":"{{type}}"}""");
    }
}
