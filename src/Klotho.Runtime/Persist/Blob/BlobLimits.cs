namespace Klotho.Drivers;

/// <summary>
/// What a file's path may be, wherever it is kept: the limit of Amazon S3.
/// Source: docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html, 2026-11-22.
/// </summary>
public static class BlobLimits
{
    /// <summary>The longest path, in bytes of UTF-8.</summary>
    public const int MaxPathBytes = 1024;
}
