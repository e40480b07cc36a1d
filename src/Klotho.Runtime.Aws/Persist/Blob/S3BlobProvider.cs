using System.Text.RegularExpressions;
using Klotho.Drivers;

namespace Klotho.Aws;

/// <summary>Opens blob stores in buckets: <c>s3://bucket</c> or, for several stores in one bucket, <c>s3://bucket/prefix</c>.</summary>
internal sealed partial class S3BlobProvider(IAwsClients clients) : IDriverProvider<IBlobDriver>
{
    public string Scheme => "s3";

    public IBlobDriver Open(string id, ResourceBinding binding) => Parse(binding.Target) is var (bucket, prefix)
        ? new S3BlobDriver(clients, bucket, prefix)
        : throw binding.Malformed("s3://bucket or s3://bucket/prefix");

    /// <summary>The bucket of <c>bucket/prefix</c>, and the prefix with a slash at its end; null where the text is no such place.</summary>
    public static (string Bucket, string Prefix)? Parse(string place)
    {
        var (bucket, prefix) = place.Split('/', 2) is [var first, var rest] ? (first, rest) : (place, "");
        return BucketName.IsMatch(bucket) ? (bucket, prefix.Length == 0 || prefix.EndsWith('/') ? prefix : prefix + "/") : null;
    }

    // Source: docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, 2026-11-22.
    [GeneratedRegex(@"^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketName { get; }
}
