namespace Klotho;

/// <summary>
/// Thrown by a handler that cannot do its work for now (a tool or a service is missing): the message is kept and
/// delivered again after <paramref name="delay"/>, without counting as a failed attempt.
/// </summary>
public sealed class RetryLaterException(string message, TimeSpan delay, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The longest wait: 12 hours.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromHours(12);

    /// <summary>How long to wait before the next delivery: what was asked for, but not less than nothing and not more than <see cref="LongestDelay"/>.</summary>
    public TimeSpan Delay { get; } = delay < TimeSpan.Zero ? TimeSpan.Zero : delay < LongestDelay ? delay : LongestDelay;
}
