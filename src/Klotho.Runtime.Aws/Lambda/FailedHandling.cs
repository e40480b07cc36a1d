using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>What becomes of a message that one handler could not handle.</summary>
/// <param name="Handler">The handler's name.</param>
/// <param name="Attempt">Which attempt failed.</param>
/// <param name="Reason">Why it is a dead letter; null where there is another attempt.</param>
/// <param name="Delay">How long that waits.</param>
/// <param name="Counts">Whether the attempt counts.</param>
internal sealed record FailedHandling(string Handler, int Attempt, string? Reason, TimeSpan Delay, bool Counts)
{
    public static FailedHandling Of(Exception failure, SubscriptionHandler handler, int attempt, bool isOrdered, KlothoOptions options)
    {
        var isLast = attempt >= handler.MaxAttempts;
        return failure switch
        {
            RetryLaterException later when !isOrdered || !isLast => new(handler.Subscriber.Name, attempt, null, later.Delay, Counts: false),
            UnreadableMessageException unreadable => new(handler.Subscriber.Name, attempt, unreadable.Message, TimeSpan.Zero, Counts: true),
            _ => new(handler.Subscriber.Name, attempt, isLast ? DeadLetter.ReasonOf(failure) : null, options.DelayAfter(attempt), Counts: true),
        };
    }
}
