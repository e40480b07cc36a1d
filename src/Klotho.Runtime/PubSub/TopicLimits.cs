namespace Klotho.Drivers;

/// <summary>
/// What a message may be, however it travels: the limit of Amazon SNS, so that what works on a laptop works there.
/// Source: docs.aws.amazon.com/general/latest/gr/sns.html, 2026-11-22.
/// </summary>
public static class TopicLimits
{
    /// <summary>The largest message, in bytes of JSON: 256 KB.</summary>
    public const int MaxMessageBytes = 256 * 1024;
}
