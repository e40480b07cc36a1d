using System.Globalization;
using System.Net.Http.Headers;

namespace Klotho.Wiring;

/// <summary>Writes the requests of calls, each signed: by the units' token, or where the platform asks for a signature of its own, by that.</summary>
internal sealed class UnitRequests(UnitToken token, CalledMethods methods, IEnumerable<IUnitCallSigner> signers, TimeProvider time)
{
    /// <summary>A request that is sent once: another one has another nonce.</summary>
    /// <param name="sending">The call.</param>
    /// <param name="cancel">Ends a look-up of credentials.</param>
    public async ValueTask<UnitRequest> MakeAsync(UnitSending sending, CancellationToken cancel)
    {
        var (call, address) = (sending.Call, sending.Address);
        var message = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(call.Body) };
        message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var key = token.Key;
        var signed = new CallSignature(
            UnitCallProtocol.Path(call.Unit, call.Method),
            sending.Streams ? null : Text(Math.Max(1, (long)(sending.Deadline - DateTimeOffset.UtcNow).TotalMilliseconds)),
            methods.ContractOf(call),
            sending.Key,
            Text(time.GetUtcNow().ToUnixTimeMilliseconds()),
            Guid.NewGuid().ToString(UnitCallProtocol.NonceFormat),
            CallSignature.Digest(call.Body.Span));
        Add(message, UnitCallProtocol.DeadlineHeader, signed.Deadline);
        Add(message, UnitCallProtocol.ContractHeader, signed.Contract);
        Add(message, UnitCallProtocol.KeyHeader, signed.Key);
        Add(message, UnitCallProtocol.TimeHeader, signed.Time);
        Add(message, UnitCallProtocol.NonceHeader, signed.Nonce);
        Add(message, UnitCallProtocol.BodyHeader, signed.Body);
        if (signers.FirstOrDefault(signer => signer.Signs(address)) is { } signing)
        {
            await signing.SignAsync(message, call.Body, cancel);
        }
        else if (key is not null)
        {
            Add(message, "Authorization", signed.Header(key));
        }

        return new(message, key, signed.Contract);
    }

    /// <summary>Whether a request that was refused would be signed with another token if it were made again.</summary>
    public ValueTask<bool> AreRenewedAsync(UnitRequest refused, CancellationToken cancel) => token.IsRenewedAsync(refused.Key, cancel);

    private static void Add(HttpRequestMessage message, string name, string? value)
    {
        if (value is not null)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
