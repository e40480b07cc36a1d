using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
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
        // Who stops reading a stream hangs up at once, which cancels the method.
        MaxResponseDrainSize = 0,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
    })
    {
        // The deadline is each call's own.
        Timeout = Timeout.InfiniteTimeSpan,
        MaxResponseContentBufferSize = UnitCallProtocol.MaxBytes,
    };

    public UnitCall Call(string unit, string method) => new(unit, method, serializer.Options, ObservedSendAsync, ObservedStream);

    public void Dispose() => _http.Dispose();

    private Task<ReadOnlyMemory<byte>> ObservedSendAsync(UnitCall call, CancellationToken cancel) => ObservedNode.IsOn
        ? new ObservedNode($"exec_unit:{call.Unit}").RunAsync(
            "call", ActivityKind.Client, (this, call, cancel), static async at => await at.Item1.FaultySendAsync(at.call, at.cancel), new KeyValuePair<string, object?>("rpc.method", call.Method)).AsTask()
        : FaultySendAsync(call, cancel);

    private Task<ReadOnlyMemory<byte>> FaultySendAsync(UnitCall call, CancellationToken cancel) =>
        chaos.DiceOf($"ExecUnit:{call.Unit}") is { } dice ? ChaosUnitCall.SendAsync(call, dice, SparingSendAsync, cancel) : SparingSendAsync(call, cancel);

    private Task<ReadOnlyMemory<byte>> SparingSendAsync(UnitCall call, CancellationToken cancel) => Circuit(call).RunAsync(call, SendAsync, cancel);

    private IAsyncEnumerable<ReadOnlyMemory<byte>> ObservedStream(UnitCall call, CancellationToken cancel) => ObservedNode.IsOn
        ? new ObservedNode($"exec_unit:{call.Unit}").ReadAsync("call", FaultyStream(call, cancel), cancel, new KeyValuePair<string, object?>("rpc.method", call.Method))
        : FaultyStream(call, cancel);

    private IAsyncEnumerable<ReadOnlyMemory<byte>> FaultyStream(UnitCall call, CancellationToken cancel) =>
        chaos.DiceOf($"ExecUnit:{call.Unit}") is { } dice ? ChaosUnitCall.StreamAsync(call, dice, StreamAsync(call, cancel), cancel) : StreamAsync(call, cancel);

    // The method has answered once it streams; each item is waited for as long as a whole result of others.
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(UnitCall call, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var response = await Circuit(call).RunAsync(call, OpenAsync, cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        await foreach (var item in new UnitStreamReader(call, options.Value.CallTimeout).ReadAsync(body, cancel))
        {
            yield return item;
        }
    }

    private UnitCircuit Circuit(UnitCall call) =>
        _circuits.GetOrAdd((call.Unit, call.Method), static (_, at) => new UnitCircuit(at.Value, at.Time), (options.Value, Time: time));

    private async Task<ReadOnlyMemory<byte>> SendAsync(UnitCall call, CancellationToken cancel)
    {
        using var response = await AnswerAsync(call, streams: false, cancel);
        return await response.Content.ReadAsByteArrayAsync(cancel);
    }

    private async Task<HttpResponseMessage> OpenAsync(UnitCall call, CancellationToken cancel)
    {
        var response = await AnswerAsync(call, streams: true, cancel);
        if (response.Content.Headers.ContentType?.MediaType == UnitStream.ContentType)
        {
            return response;
        }

        response.Dispose();
        throw new UnitCallException($"{call.Method} of unit '{call.Unit}' was answered with what is no stream.", UnitCallException.BadResponse);
    }

    /// <summary>The answer of a method that did not throw: whole, or what has come of it where it streams.</summary>
    private async Task<HttpResponseMessage> AnswerAsync(UnitCall call, bool streams, CancellationToken cancel)
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
            var response = await ConnectAndSendAsync(call, address, streams, deadline, timeout.Token);
            if (response.IsSuccessStatusCode)
            {
                return response;
            }

            using (response)
            {
                await response.Content.LoadIntoBufferAsync(UnitCallProtocol.MaxBytes, timeout.Token);
                throw Failure(call, response.StatusCode, await response.Content.ReadAsByteArrayAsync(timeout.Token));
            }
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

    private async Task<HttpResponseMessage> ConnectAndSendAsync(UnitCall call, Uri address, bool streams, DateTimeOffset deadline, CancellationToken cancel)
    {
        for (var pause = FirstReconnect; ; pause = pause * 2 < LongestReconnect ? pause * 2 : LongestReconnect)
        {
            // A stream as a whole has no deadline; who has waited too long for an item hangs up.
            using var request = Request(call, address, streams ? null : deadline);
            if (signers.FirstOrDefault(signer => signer.Signs(address)) is { } signing)
            {
                await signing.SignAsync(request, call.Body, cancel);
            }

            try
            {
                return await _http.SendAsync(request, streams ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead, cancel);
            }
            catch (HttpRequestException unsent) when (IsUnsent(unsent) && DateTimeOffset.UtcNow + pause < deadline)
            {
                await Task.Delay(pause, cancel);
            }
        }
    }

    private HttpRequestMessage Request(UnitCall call, Uri address, DateTimeOffset? deadline)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(call.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (deadline is { } end)
        {
            var left = Math.Max(1, (long)(end - DateTimeOffset.UtcNow).TotalMilliseconds);
            request.Headers.TryAddWithoutValidation(UnitCallProtocol.DeadlineHeader, left.ToString(CultureInfo.InvariantCulture));
        }

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
            ? error.ToException(call)
            : new UnitCallException($"{call.Method} of unit '{call.Unit}' was answered with status {(int)status}.", status switch
            {
                HttpStatusCode.Unauthorized => UnitCallException.Unauthorized,
                HttpStatusCode.NotFound => UnitCallException.NotFound,
                _ => UnitCallException.BadResponse,
            });
}
