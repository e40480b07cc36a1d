using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Klotho.Aws;

/// <summary>HTTP requests, which the application answers as it does behind Kestrel.</summary>
internal sealed class HttpInvocations<TContext>(IHttpApplication<TContext> application) : IInvocationHandler
    where TContext : notnull
{
    private static readonly IHttpPayload[] Payloads = [new GatewayPayload(), new BalancerPayload()];

    public bool Takes(JsonElement invoked) => Payloads.Any(payload => payload.Is(invoked));

    public async ValueTask<InvocationAnswer> HandleAsync(Invocation invocation, CancellationToken cancel)
    {
        var payload = Payloads.First(payload => payload.Is(invocation.Event));
        var request = payload.Read(invocation);
        var caller = payload.Caller(invocation.Event);
        if (!GatewayRequest.IsLetIn(request, caller))
        {
            return new InvocationAnswer(payload.Write(StatusCodes.Status404NotFound, new HeaderDictionary(), default));
        }

        var response = new GatewayResponse();
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

        return await RunAsync(application.CreateContext(features), response, lifetime, payload, cancel);
    }

    private async ValueTask<InvocationAnswer> RunAsync(TContext context, GatewayResponse response, GatewayLifetime lifetime, IHttpPayload payload, CancellationToken deadline)
    {
        Exception? failure = null;
        ReadOnlyMemory<byte> answer;
        try
        {
            await application.ProcessRequestAsync(context);
            if (lifetime.IsAborted)
            {
                throw new IOException("The application aborted the request.");
            }

            await response.CompleteAsync();
            answer = payload.Write(response.StatusCode, response.Headers, response.Content);
        }
        catch (OperationCanceledException late) when (deadline.IsCancellationRequested)
        {
            failure = late;
            answer = payload.Write(StatusCodes.Status504GatewayTimeout, new HeaderDictionary(), default);
        }
        catch (BadHttpRequestException wrong) when (!response.HasStarted)
        {
            failure = wrong;
            answer = payload.Write(wrong.StatusCode, new HeaderDictionary(), default);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            // The server fails the invocation; here the request only ends.
            await EndAsync(context, response, lifetime, thrown);
            throw;
        }

        return new InvocationAnswer(answer, () => EndAsync(context, response, lifetime, failure));
    }

    private async Task EndAsync(TContext context, GatewayResponse response, GatewayLifetime lifetime, Exception? failure)
    {
        await response.SentAsync();
        application.DisposeContext(context, failure);
        lifetime.Dispose();
    }
}
