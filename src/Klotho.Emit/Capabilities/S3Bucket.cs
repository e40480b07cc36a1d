using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>A private bucket as every capability that needs one wants it: owner's objects only, encrypted, TLS only, no public access.</summary>
public static class S3Bucket
{
    private const int UnfinishedDays = 7;

    /// <summary>
    /// The bucket and its settings, without its policy, which differs by who reads. Without <paramref name="versioning"/> it never has versions.
    /// A bucket that is only a <paramref name="part"/> of the node is named after that.
    /// </summary>
    public static IEnumerable<Resource> Private(NodeLowering node, bool? versioning, bool forceDestroy, ResourceOptions options, string? part = null)
    {
        var bucket = node.Resource(part, "aws:s3/bucket:Bucket", InputValue.Map.Of(new InputValue.Entry("forceDestroy", forceDestroy)), options);
        var id = new InputValue.Entry("bucket", bucket.Output("id"));

        yield return bucket;
        yield return node.Resource(Named(part, "public-access"), "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", InputValue.Map.Of(
            id,
            new("blockPublicAcls", true),
            new("blockPublicPolicy", true),
            new("ignorePublicAcls", true),
            new("restrictPublicBuckets", true)));
        yield return node.Resource(Named(part, "ownership"), "aws:s3/bucketOwnershipControls:BucketOwnershipControls", InputValue.Map.Of(
            id,
            new("rule", InputValue.Map.Of(new InputValue.Entry("objectOwnership", "BucketOwnerEnforced")))));
        yield return node.Resource(Named(part, "encryption"), "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", InputValue.Map.Of(
            id,
            new("rules", InputValue.List.Of(InputValue.Map.Of(
                new InputValue.Entry("applyServerSideEncryptionByDefault", OwnKey.Of(node) is { } key
                    ? InputValue.Map.Of(new("sseAlgorithm", "aws:kms"), new("kmsMasterKeyId", key))
                    : InputValue.Map.Of(new InputValue.Entry("sseAlgorithm", "AES256"))))))));
        if (versioning is { } kept)
        {
            yield return node.Resource(Named(part, "versioning"), "aws:s3/bucketVersioning:BucketVersioning", InputValue.Map.Of(
                id,
                new("versioningConfiguration", InputValue.Map.Of(new InputValue.Entry("status", kept ? "Enabled" : "Suspended")))));
        }
    }

    /// <summary>Removes what an upload left that was never finished: nobody sees it, and it is paid for. No file ever goes by itself.</summary>
    public static Resource Lifecycle(NodeLowering node) =>
        node.Resource("lifecycle", "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", InputValue.Map.Of(
            new("bucket", new InputValue.Reference(node.Name(), "id")),
            new("rules", InputValue.List.Of(InputValue.Map.Of(
                new("id", "unfinished-uploads"),
                new("status", "Enabled"),
                new("filter", InputValue.Map.Of(new InputValue.Entry("prefix", ""))),
                new("abortIncompleteMultipartUpload", InputValue.Map.Of(new InputValue.Entry("daysAfterInitiation", UnfinishedDays))))))));

    /// <summary>Removes everything from a bucket that is only a part of the node, after so many days.</summary>
    public static Resource Expiry(NodeLowering node, string part, long days) =>
        node.Resource($"{part}-lifecycle", "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", InputValue.Map.Of(
            new("bucket", new InputValue.Reference(node.Name(part), "id")),
            new("rules", InputValue.List.Of(InputValue.Map.Of(
                new("id", "retention"),
                new("status", "Enabled"),
                new("filter", InputValue.Map.Of(new InputValue.Entry("prefix", ""))),
                new("expiration", InputValue.Map.Of(new InputValue.Entry("days", days))))))));

    /// <summary>The bucket's policy: TLS only, and what <paramref name="statements"/> add.</summary>
    public static Resource Policy(NodeLowering node, params IEnumerable<InputValue> statements) => PartPolicy(node, null, statements);

    /// <summary>The same for a bucket that is only a part of the node.</summary>
    public static Resource PartPolicy(NodeLowering node, string? part, params IEnumerable<InputValue> statements)
    {
        var arn = new InputValue.Reference(node.Name(part), "arn");
        return node.Resource(Named(part, "policy"), "aws:s3/bucketPolicy:BucketPolicy", InputValue.Map.Of(
            new("bucket", new InputValue.Reference(node.Name(part), "id")),
            new("policy", PolicyDocument.Of(statements.Append(PolicyDocument.DenyWithoutTls("s3:*", arn, InputValue.Interpolation.Of(arn, "/*")))))),
            new(DependsOn: new([node.Name(Named(part, "public-access"))])));
    }

    public static InputValue.Interpolation Objects(NodeLowering node) =>
        InputValue.Interpolation.Of(new InputValue.Reference(node.Name(), "arn"), "/*");

    private static string Named(string? part, string what) => part is null ? what : $"{part}-{what}";
}
