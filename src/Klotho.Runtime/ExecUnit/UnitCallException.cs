namespace Klotho;

/// <summary>A call to another unit failed. It never carries a stack trace of the other side.</summary>
public sealed class UnitCallException(string message, string code, string? remoteType = null, Exception? inner = null)
    : Exception(message, inner)
{
    /// <summary>The called method threw; <see cref="RemoteType"/> names the exception.</summary>
    public const string Failed = "failed";

    /// <summary>The other unit could not be reached, or is spared for a while (<see cref="KlothoOptions.CallsBeforePause"/>), or let nothing in: nothing ran.</summary>
    public const string Unavailable = "unavailable";

    /// <summary>The connection broke after the request was sent: whether the method ran is not known.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The call took longer than its deadline: whether the method finished is not known.</summary>
    public const string DeadlineExceeded = "deadline_exceeded";

    /// <summary>The other unit has not let the call in: its token is another, the clocks differ by over a minute, or the call was made before. Nothing ran.</summary>
    public const string Unauthorized = "unauthorized";

    /// <summary>The other process does not serve the method: it runs another unit or another version.</summary>
    public const string NotFound = "not_found";

    /// <summary>The other unit could not read the arguments.</summary>
    public const string BadRequest = "bad_request";

    /// <summary>
    /// Caller and called unit were built with different contracts of the method, and the arguments could not be read there, in which case nothing
    /// ran, or the result could not be read here.
    /// </summary>
    public const string Contract = "contract";

    /// <summary>The other unit's answer could not be read.</summary>
    public const string BadResponse = "bad_response";

    /// <summary>How the call failed: one of the constants of this class.</summary>
    public string Code { get; } = code;

    /// <summary>The full name of the exception type that the called method threw, where it did.</summary>
    public string? RemoteType { get; } = remoteType;
}
