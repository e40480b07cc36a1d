namespace Klotho.Drivers;

/// <summary>
/// What a file's path may be, and how long a link to it is there, wherever it is kept: the limits of Amazon S3.
/// Source: docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html, 2026-11-22.
/// </summary>
public static class BlobLimits
{
    /// <summary>The longest path, in bytes of UTF-8.</summary>
    public const int MaxPathBytes = 1024;

    /// <summary>
    /// The longest time that a link may be there for: seven days, the limit of Amazon S3.
    /// Source: docs.aws.amazon.com/AmazonS3/latest/userguide/using-presigned-url.html, 2026-11-23.
    /// </summary>
    public static readonly TimeSpan MaxLinkLifetime = TimeSpan.FromDays(7);
}
