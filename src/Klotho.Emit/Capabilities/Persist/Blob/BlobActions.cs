namespace Klotho.Emit.Capabilities.Persist.Blob;

/// <summary>
/// The S3 actions behind <c>IBlobStore</c> (Service Authorization Reference: Amazon S3, read 2026-11-22). Reading also needs to
/// list the bucket: without that, S3 answers 403 instead of 404 for a file that isn't there. A link may do
/// what who made it may. A write on a tag (<c>If-Match</c>) needs to read
/// (docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html).
/// </summary>
internal static class BlobActions
{
    public const string Objects = "objects";

    public static readonly OperationActions S3 = new(new(
    [
        new("IBlobStore.WriteAsync", "s3:PutObject", Objects),
        new("IBlobStore.WriteAsync", "s3:AbortMultipartUpload", Objects),
        new("IBlobStore.ReplaceAsync", "s3:PutObject", Objects),
        new("IBlobStore.ReplaceAsync", "s3:AbortMultipartUpload", Objects),
        new("IBlobStore.ReplaceAsync", "s3:GetObject", Objects),
        new("IBlobStore.ReadAsync", "s3:GetObject", Objects),
        new("IBlobStore.ReadAsync", "s3:ListBucket"),
        new("IBlobStore.StatAsync", "s3:GetObject", Objects),
        new("IBlobStore.StatAsync", "s3:ListBucket"),
        new("IBlobStore.LinkAsync", "s3:GetObject", Objects),
        new("IBlobStore.LinkAsync", "s3:ListBucket"),
        new("IBlobStore.DeleteAsync", "s3:DeleteObject", Objects),
        new("IBlobStore.DeleteAsync", "s3:GetObject", Objects),
        new("IBlobStore.DeleteAsync", "s3:ListBucket"),
        new("IBlobStore.ListAsync", "s3:ListBucket"),
    ]));
}
