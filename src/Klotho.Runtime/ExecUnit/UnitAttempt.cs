using System.Net;

namespace Klotho.Wiring;

/// <summary>How a call went that was sent once.</summary>
/// <param name="Response">The answer of a method that did not throw.</param>
/// <param name="Failure">What else there is.</param>
/// <param name="Again">Which calls may be made again.</param>
internal sealed record UnitAttempt(HttpResponseMessage? Response, UnitCallException? Failure, UnitRepeat Again)
{
    public static UnitAttempt Answered(HttpResponseMessage response) => new(response, null, UnitRepeat.None);

    /// <summary>A call whose connection was not made, or broke.</summary>
    public static UnitAttempt Broken(UnitSending sending, HttpRequestException broken)
    {
        var (code, again) = broken.HttpRequestError switch
        {
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => (UnitCallException.Unavailable, UnitRepeat.All),

            // A certificate does not become right by asking again.
            HttpRequestError.SecureConnectionError => (UnitCallException.Unavailable, UnitRepeat.None),
            _ => (UnitCallException.Interrupted, UnitRepeat.Repeatable),
        };
        var call = sending.Call;
        return new(null, new UnitCallException($"{call.Method} of unit '{call.Unit}' at {sending.Address}: {broken.Message}", code, inner: broken), again);
    }

    /// <summary>A call that was answered with an error.</summary>
    public static UnitAttempt Failed(UnitCall call, HttpStatusCode status, ReadOnlyMemory<byte> body)
    {
        if (UnitCallError.Read(body) is { } told)
        {
            // A unit that is called says so only ahead of its method.
            return new(null, told.ToException(call), told.Code == UnitCallException.Unavailable ? UnitRepeat.All : UnitRepeat.None);
        }

        // What stands between us has answered.
        var code = status switch
        {
            HttpStatusCode.Unauthorized => UnitCallException.Unauthorized,
            HttpStatusCode.NotFound => UnitCallException.NotFound,
            _ => UnitCallException.BadResponse,
        };
        var again = status is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
            ? UnitRepeat.Repeatable
            : UnitRepeat.None;
        return new(null, new UnitCallException($"{call.Method} of unit '{call.Unit}' was answered with status {(int)status}.", code), again);
    }
}
