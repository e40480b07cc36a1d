using System.Diagnostics;
using System.Runtime.CompilerServices;
using Klotho.Drivers;
using Microsoft.Extensions.Options;

namespace Klotho.Wiring;

/// <summary>
/// Calls other units over HTTP, at the address that <c>Klotho:ExecUnit:{unit}</c> gives. What has run nothing, because there was no connection,
/// is sent again until the call's deadline; once a request may have been sent, only a call of a method that may run twice is.
/// </summary>
internal sealed class HttpUnitCaller(
    UnitAddresses addresses, UnitRequests requests, CalledMethods methods, UnitCircuits circuits, PayloadSerializer serializer, IOptions<KlothoOptions> options, Chaos chaos)
    : IUnitCaller, IDisposable
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);

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

    private Task<ReadOnlyMemory<byte>> SparingSendAsync(UnitCall call, CancellationToken cancel) => circuits.Of(call).RunAsync(call, SendAsync, cancel);

    private IAsyncEnumerable<ReadOnlyMemory<byte>> ObservedStream(UnitCall call, CancellationToken cancel) => ObservedNode.IsOn
        ? new ObservedNode($"exec_unit:{call.Unit}").ReadAsync("call", FaultyStream(call, cancel), cancel, new KeyValuePair<string, object?>("rpc.method", call.Method))
        : FaultyStream(call, cancel);

    private IAsyncEnumerable<ReadOnlyMemory<byte>> FaultyStream(UnitCall call, CancellationToken cancel) =>
        chaos.DiceOf($"ExecUnit:{call.Unit}") is { } dice ? ChaosUnitCall.StreamAsync(call, dice, StreamAsync(call, cancel), cancel) : StreamAsync(call, cancel);

    // The method has answered once it streams; each item is waited for as long as a whole result of others.
    private async IAsyncEnumerable<ReadOnlyMemory<byte>> StreamAsync(UnitCall call, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var response = await circuits.Of(call).RunAsync(call, OpenAsync, cancel);
        await using var body = await response.Content.ReadAsStreamAsync(cancel);
        await foreach (var item in new UnitStreamReader(call, options.Value.CallTimeout).ReadAsync(body, cancel))
        {
            yield return item;
        }
    }

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

        var sending = new UnitSending(
            call, new Uri(addresses.Of(call.Unit), UnitCallProtocol.Path(call.Unit, call.Method)), streams, CallContext.KeyOfCalls ?? Guid.NewGuid().ToString("N"),
            DateTimeOffset.UtcNow + options.Value.CallTimeout);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        timeout.CancelAfter(options.Value.CallTimeout);
        try
        {
            return await SendUntilAnsweredAsync(sending, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new UnitCallException(
                $"{call.Method} of unit '{call.Unit}' took longer than {options.Value.CallTimeout}.", UnitCallException.DeadlineExceeded);
        }
    }

    private async Task<HttpResponseMessage> SendUntilAnsweredAsync(UnitSending sending, CancellationToken cancel)
    {
        var isRenewed = false;
        for (var pause = FirstPause; ; pause = pause * 2 < LongestPause ? pause * 2 : LongestPause)
        {
            using var request = await requests.MakeAsync(sending, cancel);
            var attempt = await SendOnceAsync(sending, request, cancel);
            if (attempt.Failure is not { } failure)
            {
                return attempt.Response ?? throw new InvalidOperationException("A call was neither answered nor failed.");
            }

            if (!isRenewed && failure.Code == UnitCallException.Unauthorized && await requests.AreRenewedAsync(request, cancel))
            {
                // The units' token has just been changed. Who is refused has run nothing.
                isRenewed = true;
                continue;
            }

            // Any time up to the pause, so that callers which failed together do not come again together.
            var wait = pause * Random.Shared.NextDouble();
            var mayRepeat = attempt.Again == UnitRepeat.All || (attempt.Again == UnitRepeat.Repeatable && methods.IsRepeatable(sending.Call));
            if (!mayRepeat || DateTimeOffset.UtcNow + wait >= sending.Deadline)
            {
                throw failure;
            }

            await Task.Delay(wait, cancel);
        }
    }

    private async Task<UnitAttempt> SendOnceAsync(UnitSending sending, UnitRequest request, CancellationToken cancel)
    {
        try
        {
            var response = await _http.SendAsync(request.Message, sending.Streams ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead, cancel);
            sending.Call.IsOfOtherContract = response.Headers.TryGetValues(UnitCallProtocol.ContractHeader, out var theirs) && theirs.FirstOrDefault() != request.Contract;
            if (response.IsSuccessStatusCode)
            {
                return UnitAttempt.Answered(response);
            }

            using (response)
            {
                await response.Content.LoadIntoBufferAsync(UnitCallProtocol.MaxBytes, cancel);
                return UnitAttempt.Failed(sending.Call, response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
            }
        }
        catch (HttpRequestException broken)
        {
            return UnitAttempt.Broken(sending, broken);
        }
    }
}
