using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Klotho.Hosting;

/// <summary>Answers what the planned place would not let through as that place does, ahead of the application's middleware.</summary>
internal sealed partial class RequestLimitGuard(RequestLimits limits, ILogger<RequestLimitGuard> logger) : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        if (limits is not { Bytes: null, Time: null })
        {
            app.Use(LimitAsync);
        }

        next(app);
    };

    private async Task LimitAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/_klotho"))
        {
            await next(context);
            return;
        }

        if (limits.Bytes is { } most)
        {
            if (context.Request.ContentLength > most)
            {
                LogTooLarge(context.Request.Method, context.Request.Path, "request", most);
                await AnswerAsync(context, StatusCodes.Status413PayloadTooLarge, "Request Entity Too Large");
                return;
            }

            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            {
                size.MaxRequestBodySize = most;
            }
        }

        await KeepAsync(context, next);
    }

    /// <summary>Keeps the response until it is whole or too late or too long.</summary>
    private async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        var body = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        await using var kept = new LimitedBody(limits.Bytes);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        using var inTime = new CancellationTokenSource();
        context.RequestAborted = late.Token;
        context.Response.Body = kept;
        var handling = next(context);
        if (limits.Time is { } time && await Task.WhenAny(handling, Task.Delay(time, inTime.Token)) != handling)
        {
            LogTooLate(context.Request.Method, context.Request.Path, time);
            context.Features.Set(body);
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, "Service Unavailable");
            await context.Response.CompleteAsync();
            await late.CancelAsync();
            await IsDoneAsync(handling, () => true);
            return;
        }

        await inTime.CancelAsync();
        var isDone = await IsDoneAsync(handling, () => kept.IsExceeded);
        context.Features.Set(body);
        if (!isDone || kept.IsExceeded)
        {
            LogTooLarge(context.Request.Method, context.Request.Path, "response", limits.Bytes ?? 0);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, "Internal Server Error");
            return;
        }

        kept.Position = 0;
        await kept.CopyToAsync(body.Stream, context.RequestAborted);
    }

    /// <summary>Whether the application came to an end; what it throws where that is expected is not its fault.</summary>
    private static async Task<bool> IsDoneAsync(Task handling, Func<bool> isExpected)
    {
        try
        {
            await handling;
            return true;
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && isExpected())
        {
            return false;
        }
    }

    // As an HTTP API of Amazon API Gateway writes it.
    private static Task AnswerAsync(HttpContext context, int status, string message)
    {
        context.Response.Headers.Clear();
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync($$"""{"message":"{{message}}"}""");
    }

    private static readonly Action<ILogger, string, string, string, long, Exception?> TooLargeMessage = LoggerMessage.Define<string, string, string, long>(LogLevel.Warning, new(0, nameof(LogTooLarge)),
        "{Method} {Path}: the {Body} is over {Bytes} bytes, the limit of what hosts the application by its plan, and is refused as there.");

    private void LogTooLarge(string method, string path, string body, long bytes) => TooLargeMessage(logger, method, path, body, bytes, null);

    private static readonly Action<ILogger, string, string, TimeSpan, Exception?> TooLateMessage = LoggerMessage.Define<string, string, TimeSpan>(LogLevel.Warning, new(0, nameof(LogTooLate)),
        "{Method} {Path}: no answer in {Time}, the limit of what hosts the application by its plan; 503 as there.");

    private void LogTooLate(string method, string path, TimeSpan time) => TooLateMessage(logger, method, path, time, null);
}
