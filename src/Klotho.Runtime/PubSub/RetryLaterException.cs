namespace Klotho;

/// <summary>
/// Thrown by a handler that cannot do its work for now (a tool or a service is missing): the message is kept and
/// delivered again after <paramref name="delay"/>, without counting as a failed attempt.
/// </summary>
public sealed class RetryLaterException(string message, TimeSpan delay, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long to wait before the next delivery.</summary>
    public TimeSpan Delay { get; } = delay;
}
