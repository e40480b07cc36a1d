using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Klotho.Drivers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>
/// Calls other units over HTTP, at the address that <c>Klotho:ExecUnit:{unit}</c> gives. Connecting is tried again until
/// the call's deadline; once a request may have been sent, nothing is.
/// </summary>
internal sealed class HttpUnitCaller(
    IConfiguration configuration, UnitToken token, PayloadSerializer serializer, IOptions<KlothoOptions> options, IEnumerable<IUnitCallSigner> signers, Chaos chaos, TimeProvider time)
    : IUnitCaller, IDisposable
{
    private static readonly TimeSpan FirstReconnect = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestReconnect = TimeSpan.FromSeconds(1);

    // Each method by itself: a slow one must not keep callers from the others.
    private readonly ConcurrentDictionary<(string Unit, string Method), UnitCircuit> _circuits = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        // The deadline is each call's own.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = UnitCallProtocol.MaxBytes,
    };

    public UnitCall Call(string unit, string method) => new(unit, method, serializer.Options, ObservedSendAsync);

    public void Dispose() => _http.Dispose();

    private Task<ReadOnlyMemory<byte>> ObservedSendAsync(UnitCall call, CancellationToken cancel) => ObservedNode.IsOn
        ? new ObservedNode($"exec_unit:{call.Unit}").RunAsync(
            "call", ActivityKind.Client, (this, call, cancel), static async at => await at.Item1.FaultySendAsync(at.call, at.cancel), new KeyValuePair<string, object?>("rpc.method", call.Method)).AsTask()
        : FaultySendAsync(call, cancel);

    private Task<ReadOnlyMemory<byte>> FaultySendAsync(UnitCall call, CancellationToken cancel) =>
        chaos.DiceOf($"ExecUnit:{call.Unit}") is { } dice ? ChaosUnitCall.SendAsync(call, dice, SparingSendAsync, cancel) : SparingSendAsync(call, cancel);

    private Task<ReadOnlyMemory<byte>> SparingSendAsync(UnitCall call, CancellationToken cancel) =>
        _circuits.GetOrAdd((call.Unit, call.Method), static (_, at) => new UnitCircuit(at.Value, at.Time), (options.Value, Time: time)).RunAsync(call, SendAsync, cancel);

    private async Task<ReadOnlyMemory<byte>> SendAsync(UnitCall call, CancellationToken cancel)
    {
        if (call.Body.Length > UnitCallProtocol.MaxBytes)
        {
            throw new PayloadTooLargeException(
                $"The arguments of {call.Method} are {call.Body.Length} bytes, over the limit of {UnitCallProtocol.MaxBytes} (AWS Lambda's).");
        }

        var address = Address(call);
        var deadline = DateTimeOffset.UtcNow + options.Value.CallTimeout;
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(options.Value.CallTimeout);
        try
        {
            using var response = await ConnectAndSendAsync(call, address, deadline, timeout.Token);
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            return response.IsSuccessStatusCode ? body : throw Failure(call, response.StatusCode, body);
        }
        catch (HttpRequestException broken)
        {
            var code = IsUnsent(broken) ? UnitCallException.Unavailable : UnitCallException.Interrupted;
            throw new UnitCallException($"{call.Method} of unit '{call.Unit}' at {address}: {broken.Message}", code, inner: broken);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnitCallException(
                $"{call.Method} of unit '{call.Unit}' took longer than {options.Value.CallTimeout}.", UnitCallException.DeadlineExceeded);
        }
    }

    private async Task<HttpResponseMessage> ConnectAndSendAsync(UnitCall call, Uri address, DateTimeOffset deadline, CancellationToken cancel)
    {
        for (var pause = FirstReconnect; ; pause = pause * 2 < LongestReconnect ? pause * 2 : LongestReconnect)
        {
            using var request = Request(call, address, deadline);
            if (signers.FirstOrDefault(signer => signer.Signs(address)) is { } signing)
            {
                await signing.SignAsync(request, call.Body, cancel);
            }

            try
            {
                return await _http.SendAsync(request, cancel);
            }
            catch (HttpRequestException unsent) when (IsUnsent(unsent) && DateTimeOffset.UtcNow + pause < deadline)
            {
                await Task.Delay(pause, cancel);
            }
        }
    }

    private HttpRequestMessage Request(UnitCall call, Uri address, DateTimeOffset deadline)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(call.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var left = Math.Max(1, (long)(deadline - DateTimeOffset.UtcNow).TotalMilliseconds);
        request.Headers.TryAddWithoutValidation(UnitCallProtocol.DeadlineHeader, left.ToString(CultureInfo.InvariantCulture));
        if (token.Header is { } authorization)
        {
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        }

        return request;
    }

    private Uri Address(UnitCall call)
    {
        var setting = $"Klotho:ExecUnit:{call.Unit}";
        // Environment variables hold no hyphens everywhere, so a deployed unit is told the address of slide-index as slide_index.
        var address = configuration[setting] is { Length: > 0 } exact ? exact : configuration[$"Klotho:ExecUnit:{call.Unit.Replace('-', '_')}"];
        return Uri.TryCreate(address, UriKind.Absolute, out var unit) && unit.Scheme is "http" or "https"
            ? new Uri(unit, UnitCallProtocol.Path(call.Unit, call.Method))
            : throw new InvalidOperationException($"{setting} is not set to the http(s) address of the unit '{call.Unit}', which {call.Method} runs in.");
    }

    private static bool IsUnsent(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private static UnitCallException Failure(UnitCall call, HttpStatusCode status, ReadOnlyMemory<byte> body) =>
        UnitCallError.Read(body) is { } error
            ? new UnitCallException($"{call.Method} of unit '{call.Unit}': {error.Message}", error.Code, error.Type)
            : new UnitCallException($"{call.Method} of unit '{call.Unit}' was answered with status {(int)status}.", status switch
            {
                HttpStatusCode.Unauthorized => UnitCallException.Unauthorized,
                HttpStatusCode.NotFound => UnitCallException.NotFound,
                _ => UnitCallException.BadResponse,
            });
}
