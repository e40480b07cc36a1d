namespace Klotho.Drivers;

/// <summary>
/// What a message may be, however it travels: the limit of Amazon SNS, so that what works on a laptop works there.
/// Source: docs.aws.amazon.com/general/latest/gr/sns.html, 2026-11-22.
/// </summary>
public static class TopicLimits
{
    /// <summary>The largest message, in bytes of JSON: 256 KB.</summary>
    public const int MaxMessageBytes = 256 * 1024;

    /// <summary>
    /// The largest message whose payload is kept in a bucket, in bytes of JSON: 16 MiB. It is our own limit: who publishes and each process that
    /// handles holds a message as a whole in memory, as many as it handles at once.
    /// </summary>
    public const int MaxClaimedMessageBytes = 16 * 1024 * 1024;

    /// <summary>The most dead letters of a handler that a technology lists which must take them all into its hands to do so: 1,000.</summary>
    public const int MaxListedDeadLetters = 1000;

    /// <summary>How many bytes of payloads such a list holds, after which it ends: 64 MiB.</summary>
    public const int MaxListedBytes = 64 * 1024 * 1024;
}
