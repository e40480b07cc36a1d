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
    string path, UnitMethod<TInterface> method, CallAdmission admission, PayloadSerializer serializer, ILogger<UnitCall> logger)
    where TInterface : class
{
    private readonly Lazy<string?> _contract = new(() => method.Contract?.Digest(serializer.Options));

    // What a proxy answers where the client has gone; nobody reads it.
    private const int ClientClosedRequest = 499;

    public async Task AnswerAsync(HttpContext context)
    {
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
            call = await LetInAsync(context, deadline.Token);
            if (call is not null)
            {
                await InvokeAsync(context, call, deadline.Token);
                await SendAsync(context, call);
            }
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
            await RefuseAsync(context, new(StatusCodes.Status504GatewayTimeout, UnitCallException.DeadlineExceeded, "The call's deadline passed."));
        }
        catch (BadHttpRequestException wrong)
        {
            await RefuseAsync(context, call is { IsOfOtherContract: true, IsUnreadable: true }
                ? new(StatusCodes.Status409Conflict, UnitCallException.Contract, $"The caller was built with another contract of {method.Name}. {wrong.Message}")
                : new(wrong.StatusCode, UnitCallException.BadRequest, wrong.Message));
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

    /// <summary>The call; null where it is not let in and has its answer.</summary>
    private async Task<IncomingCall?> LetInAsync(HttpContext context, CancellationToken cancel)
    {
        if (await admission.RefusalAsync(context.Request, path, cancel) is { } refused)
        {
            await RefuseAsync(context, refused);
            return null;
        }

        var body = await BodyAsync(context, cancel);
        if (CallAdmission.Refusal(context.Request, body.Span) is { } tampered)
        {
            await RefuseAsync(context, tampered);
            return null;
        }

        return Read(context, body);
    }

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpContext context, CancellationToken cancel)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = UnitCallProtocol.MaxBytes;
        }

        var body = new CallBody(context.Request);
        context.Response.RegisterForDispose(body);
        await body.ReadAsync(context.Request, cancel);
        return body.Content;
    }

    private IncomingCall Read(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var isOther = UnitCallProtocol.One(context.Request.Headers, UnitCallProtocol.ContractHeader) is { } theirs && _contract.Value is { } ours && theirs != ours;
        if (isOther)
        {
            // Where the caller cannot read the answer, this tells it why.
            context.Response.Headers[UnitCallProtocol.ContractHeader] = _contract.Value;
        }

        try
        {
            var arguments = JsonDocument.Parse(body);
            context.Response.RegisterForDispose(arguments);
            return arguments.RootElement.ValueKind == JsonValueKind.Object
                ? new IncomingCall(arguments.RootElement, serializer.Options, new UnitStreamWriter(context)) { IsOfOtherContract = isOther }
                : throw new BadHttpRequestException("The arguments are no JSON object.");
        }
        catch (JsonException wrong)
        {
            throw new BadHttpRequestException($"The arguments cannot be read: {wrong.Message}", wrong);
        }
    }

    private async Task InvokeAsync(HttpContext context, IncomingCall call, CancellationToken cancel)
    {
        if (UnitCallProtocol.One(context.Request.Headers, UnitCallProtocol.KeyHeader) is { Length: > 0 } key)
        {
            CallContext.Current = new CallContext(UnitCallProtocol.Method(typeof(TInterface), method.Name), key);
        }

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
        UnitCallProtocol.One(request.Headers, UnitCallProtocol.DeadlineHeader) is { } text &&
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;

    private static Task RefuseAsync(HttpContext context, CallRefusal refusal) =>
        WriteAsync(context, refusal.Status, new UnitCallError(refusal.Code, refusal.Message, null));

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
