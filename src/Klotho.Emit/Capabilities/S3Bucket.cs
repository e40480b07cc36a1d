using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities;

/// <summary>A private bucket as every capability that needs one wants it: owner's objects only, encrypted, TLS only, no public access.</summary>
public static class S3Bucket
{
    /// <summary>The bucket and its settings, without its policy, which differs by who reads. Without <paramref name="versioning"/> it never has versions.</summary>
    public static IEnumerable<Resource> Private(NodeLowering node, bool? versioning, bool forceDestroy, ResourceOptions options)
    {
        var bucket = node.Resource(null, "aws:s3/bucket:Bucket", InputValue.Map.Of(new InputValue.Entry("forceDestroy", forceDestroy)), options);
        var id = new InputValue.Entry("bucket", bucket.Output("id"));

        yield return bucket;
        yield return node.Resource("public-access", "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", InputValue.Map.Of(
            id,
            new("blockPublicAcls", true),
            new("blockPublicPolicy", true),
            new("ignorePublicAcls", true),
            new("restrictPublicBuckets", true)));
        yield return node.Resource("ownership", "aws:s3/bucketOwnershipControls:BucketOwnershipControls", InputValue.Map.Of(
            id,
            new("rule", InputValue.Map.Of(new InputValue.Entry("objectOwnership", "BucketOwnerEnforced")))));
        yield return node.Resource("encryption", "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration", InputValue.Map.Of(
            id,
            new("rules", InputValue.List.Of(InputValue.Map.Of(
                new InputValue.Entry("applyServerSideEncryptionByDefault", OwnKey.Of(node) is { } key
                    ? InputValue.Map.Of(new("sseAlgorithm", "aws:kms"), new("kmsMasterKeyId", key))
                    : InputValue.Map.Of(new InputValue.Entry("sseAlgorithm", "AES256"))))))));
        if (versioning is { } kept)
        {
            yield return node.Resource("versioning", "aws:s3/bucketVersioning:BucketVersioning", InputValue.Map.Of(
                id,
                new("versioningConfiguration", InputValue.Map.Of(new InputValue.Entry("status", kept ? "Enabled" : "Suspended")))));
        }
    }

    /// <summary>The bucket's policy: TLS only, and what <paramref name="statements"/> add.</summary>
    public static Resource Policy(NodeLowering node, params IEnumerable<InputValue> statements)
    {
        var arn = new InputValue.Reference(node.Name(), "arn");
        return node.Resource("policy", "aws:s3/bucketPolicy:BucketPolicy", InputValue.Map.Of(
            new("bucket", new InputValue.Reference(node.Name(), "id")),
            new("policy", PolicyDocument.Of(statements.Append(PolicyDocument.DenyWithoutTls("s3:*", arn, Objects(node)))))),
            new(DependsOn: new([node.Name("public-access")])));
    }

    public static InputValue.Interpolation Objects(NodeLowering node) =>
        InputValue.Interpolation.Of(new InputValue.Reference(node.Name(), "arn"), "/*");
}
