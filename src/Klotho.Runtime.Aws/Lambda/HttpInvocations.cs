using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>HTTP requests, which the application answers as it does behind Kestrel.</summary>
internal sealed class HttpInvocations<TContext>(IHttpApplication<TContext> application, RuntimeApi api, LambdaSettings settings) : IInvocationHandler
    where TContext : notnull
{
    private static readonly IHttpPayload[] Payloads = [new GatewayPayload(), new BalancerPayload()];

    public bool Takes(JsonElement invoked) => Payloads.Any(payload => payload.Is(invoked));

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        var payload = Payloads.First(payload => payload.Is(invocation.Event));
        var request = payload.Read(invocation);
        var caller = payload.Caller(invocation.Event);
        var body = Body(payload, invocation);
        if (!GatewayRequest.IsLetIn(request, caller))
        {
            using (body)
            {
                return new InvocationAnswer(await body.ReplaceAsync(StatusCodes.Status404NotFound, new("Klotho.NotFound", "There is nothing here.")));
            }
        }

        var response = new GatewayResponse(body);
        var lifetime = new GatewayLifetime(cancel);
        var features = new FeatureCollection();
        features.Set(request);
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(response);
        features.Set<IHttpRequestLifetimeFeature>(lifetime);
        features.Set<IHttpRequestBodyDetectionFeature>(new GatewayBodyDetection(request.Body.Length > 0));
        features.Set<IHttpRequestIdentifierFeature>(new HttpRequestIdentifierFeature { TraceIdentifier = invocation.RequestId });
        features.Set<IHttpConnectionFeature>(new HttpConnectionFeature
        {
            ConnectionId = invocation.RequestId,
            RemoteIpAddress = payload.Source(invocation.Event, request.Headers),
        });
        if (caller is not null)
        {
            features.Set(caller);
        }

        return await RunAsync(application.CreateContext(features), response, body, lifetime, cancel);
    }

    private IResponseBody Body(IHttpPayload payload, Invocation invocation) => settings.Streaming && payload.IsByUrl(invocation.Event)
        ? new StreamedBody(api.Stream(invocation.RequestId))
        : new KeptBody(payload);

    private async ValueTask<InvocationAnswer> RunAsync(TContext context, GatewayResponse response, IResponseBody body, GatewayLifetime lifetime, CancellationToken deadline)
    {
        Exception? failure = null;
        ReadOnlyMemory<byte>? answer;
        try
        {
            await application.ProcessRequestAsync(context);
            if (lifetime.IsAborted)
            {
                throw new IOException("The application aborted the request.");
            }

            await response.CompleteAsync();
            answer = await body.EndAsync(response.StatusCode, response.Headers);
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested)
        {
            failure = late;
            answer = await body.ReplaceAsync(StatusCodes.Status504GatewayTimeout, new("Klotho.DeadlineExceeded", "The function's time was over before the response was whole."));
        }
        catch (BadHttpRequestException wrong) when (!response.HasStarted)
        {
            failure = wrong;
            answer = await body.ReplaceAsync(wrong.StatusCode, RuntimeError.Of(wrong));
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            if (await body.FailAsync(RuntimeError.Of(thrown)))
            {
                return new InvocationAnswer(null, () => EndAsync(context, response, body, lifetime, thrown), thrown);
            }

            // The server fails the invocation; here the request only ends.
            await EndAsync(context, response, body, lifetime, thrown);
            throw;
        }

        return new InvocationAnswer(answer, () => EndAsync(context, response, body, lifetime, failure));
    }

    private async Task EndAsync(TContext context, GatewayResponse response, IResponseBody body, GatewayLifetime lifetime, Exception? failure)
    {
        body.Dispose();
        await response.SentAsync();
        application.DisposeContext(context, failure);
        lifetime.Dispose();
    }
}
