using System.Globalization;
using System.Text.Json;
using Klotho.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Klotho.Wiring;

/// <summary>Answers the calls of one method.</summary>
internal sealed class UnitCallEndpoint<TInterface>(
    UnitMethod<TInterface> method, UnitToken token, PayloadSerializer serializer, ILogger<UnitCall> logger)
    where TInterface : class
{
    // What a proxy answers where the client has gone; nobody reads it.
    private const int ClientClosedRequest = 499;

    public async Task AnswerAsync(HttpContext context)
    {
        if (context.Features.Get<TrustedUnitCall>() is null && !token.IsIn(context.Request))
        {
            await RefuseAsync(context, StatusCodes.Status401Unauthorized, UnitCallException.Unauthorized, "The call does not carry the units' token.");
            return;
        }

        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        if (Deadline(context.Request) is { } left)
        {
            deadline.CancelAfter(left);
        }

        await AnswerAsync(context, deadline);
    }

    private async Task AnswerAsync(HttpContext context, CancellationTokenSource deadline)
    {
        IncomingCall? call = null;
        try
        {
            call = await ReadAsync(context, deadline.Token);
            await InvokeAsync(context, call, deadline.Token);
            await SendAsync(context, call);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && call is { Stream.HasBegun: true } && !context.RequestAborted.IsCancellationRequested)
        {
            await FailStreamAsync(context, call, failure);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException && context.Response.HasStarted)
        {
            // The rest cannot be sent, and nothing else can be said any more.
            if (!context.RequestAborted.IsCancellationRequested)
            {
                LogFailed(call?.Redact(failure) ?? failure, method.Name);
            }

            context.Abort();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            context.Response.StatusCode = ClientClosedRequest;
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            await RefuseAsync(context, StatusCodes.Status504GatewayTimeout, UnitCallException.DeadlineExceeded, "The call's deadline passed.");
        }
        catch (BadHttpRequestException wrong)
        {
            await RefuseAsync(context, wrong.StatusCode, UnitCallException.BadRequest, wrong.Message);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            await FailAsync(context, call?.Redact(failure) ?? failure);
        }
    }

    // The top of the user's code: the caller is told what, and this log where.
    private Task FailAsync(HttpContext context, Exception failure) => WriteAsync(context, StatusCodes.Status500InternalServerError, Told(failure));

    private async Task FailStreamAsync(HttpContext context, IncomingCall call, Exception failure)
    {
        try
        {
            await call.Stream.FailAsync(Told(call.Redact(failure)), context.RequestAborted);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The connection takes nothing more, which tells the caller that the stream is not whole.
            context.Abort();
        }
    }

    private UnitCallError Told(Exception failure)
    {
        LogFailed(failure, method.Name);
        return new(UnitCallException.Failed, failure.Message, RedactedException.TypeOf(failure));
    }

    private async Task<IncomingCall> ReadAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = UnitCallProtocol.MaxBytes;
        }

        try
        {
            var arguments = await JsonDocument.ParseAsync(context.Request.Body, default, cancel);
            context.Response.RegisterForDispose(arguments);
            return arguments.RootElement.ValueKind == JsonValueKind.Object
                ? new IncomingCall(arguments.RootElement, serializer.Options, new UnitStreamWriter(context))
                : throw new BadHttpRequestException("The arguments are no JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException($"The arguments cannot be read: {wrong.Message}", wrong);
        }
    }

    private async Task InvokeAsync(HttpContext context, IncomingCall call, CancellationToken cancel)
    {
        var target = context.RequestServices.GetRequiredService<TInterface>();
        await method.Invoke(target, call, cancel);
    }

    private static async Task SendAsync(HttpContext context, IncomingCall call)
    {
        if (call.Stream.HasBegun)
        {
            return;
        }

        if (call.Body.IsEmpty)
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        if (call.Body.Length > UnitCallProtocol.MaxBytes)
        {
            throw new PayloadTooLargeException($"The result is {call.Body.Length} bytes, over the limit of {UnitCallProtocol.MaxBytes} (AWS Lambda's).");
        }

        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = call.Body.Length;
        await context.Response.Body.WriteAsync(call.Body, context.RequestAborted);
    }

    private static TimeSpan? Deadline(HttpRequest request) =>
        request.Headers[UnitCallProtocol.DeadlineHeader] is [{ } text] &&
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        WriteAsync(context, status, new UnitCallError(code, message, null));

    private static async Task WriteAsync(HttpContext context, int status, UnitCallError error)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(error.Write(), context.RequestAborted);
    }

    private static readonly Action<ILogger, string, Exception?> FailedMessage = LoggerMessage.Define<string>(LogLevel.Error, new(0, nameof(LogFailed)),
        "A call of {Method} from another unit failed.");

    private void LogFailed(Exception failure, string method) => FailedMessage(logger, method, failure);
}
