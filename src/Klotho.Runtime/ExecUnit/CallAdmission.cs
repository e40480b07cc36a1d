using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Klotho.Wiring;

/// <summary>
/// Lets in calls that are signed with the units' token, or whose caller the platform has authenticated, and each of them once. What the platform
/// has authenticated and carries no nonce comes from a caller that is none of ours, such as a person's tool, and is let in as it is.
/// </summary>
internal sealed class CallAdmission(UnitToken token, CallNonces nonces)
{
    private static readonly string OutOfTime = $"The call was sent more than {CallNonces.Window.TotalSeconds:0} s before or after the time of this process's clock.";

    /// <summary>Why a call is not let in, by its headers; null where it is.</summary>
    /// <param name="request">The call.</param>
    /// <param name="path">The path of the method that it is for.</param>
    /// <param name="cancel">Ends a look-up of the token.</param>
    public async ValueTask<CallRefusal?> RefusalAsync(HttpRequest request, string path, CancellationToken cancel)
    {
        var call = UnitCallProtocol.Signed(request.Headers, path);
        var isTrusted = request.HttpContext.Features.Get<TrustedUnitCall>() is not null;
        if (isTrusted && call.Nonce is null)
        {
            return null;
        }

        if (!isTrusted && !(call.Body is not null && await IsSignedAsync(call, UnitCallProtocol.One(request.Headers, "Authorization"), cancel)))
        {
            return Unauthorized("The call is not signed with the units' token.");
        }

        if (!long.TryParse(call.Time, NumberStyles.None, CultureInfo.InvariantCulture, out var sent) || sent > UnitCallProtocol.LastTime ||
            !Guid.TryParseExact(call.Nonce, UnitCallProtocol.NonceFormat, out var nonce))
        {
            return Unauthorized("The call has no time or no nonce.");
        }

        return nonces.Take(DateTimeOffset.FromUnixTimeMilliseconds(sent), nonce) switch
        {
            CallAge.Replayed => Unauthorized("The call was made before."),
            CallAge.OutOfTime => Unauthorized(OutOfTime),
            CallAge.Unknown => new(StatusCodes.Status503ServiceUnavailable, UnitCallException.Unavailable, "More calls came than this process can remember."),
            _ => null,
        };
    }

    /// <summary>Why a call that was let in by its headers is not, by its body; null where it is.</summary>
    public static CallRefusal? Refusal(HttpRequest request, ReadOnlySpan<byte> body) =>
        UnitCallProtocol.One(request.Headers, UnitCallProtocol.BodyHeader) is { } digest && digest != CallSignature.Digest(body)
            ? Unauthorized("The call's body is not the one that was signed.")
            : null;

    private async ValueTask<bool> IsSignedAsync(CallSignature call, string? header, CancellationToken cancel)
    {
        if (header is null || token.Key is not { } key)
        {
            return false;
        }

        return call.Is(header, key) ||
            (token.PreviousKey is { } previous && call.Is(header, previous)) ||
            (await token.IsRenewedAsync(key, cancel) && token.Key is { } renewed && call.Is(header, renewed));
    }

    private static CallRefusal Unauthorized(string message) => new(StatusCodes.Status401Unauthorized, UnitCallException.Unauthorized, message);
}
