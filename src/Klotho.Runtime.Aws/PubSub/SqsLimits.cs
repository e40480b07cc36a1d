namespace Klotho.Aws;

/// <summary>
/// How long SQS keeps a message from its receivers. Beyond that a message comes early and is kept again.
/// Source: docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-delay-queues.html and sqs-visibility-timeout.html, 2026-11-22.
/// </summary>
internal static class SqsLimits
{
    public static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(15);

    /// <summary>An hour less than what is allowed since the message was received.</summary>
    public static readonly TimeSpan LongestInvisibility = TimeSpan.FromHours(11);
}
