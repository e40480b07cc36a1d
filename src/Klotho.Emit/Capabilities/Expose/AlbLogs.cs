using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>The bucket that keeps a line for each request. Load balancers can write nowhere else, and encrypt with the bucket's own keys only.</summary>
internal static class AlbLogs
{
    private const string Part = "logs";

    public static ResourceName BucketName(NodeLowering node) => node.Name(Part);

    public static ResourceName PolicyName(NodeLowering node) => node.Name($"{Part}-policy");

    public static IEnumerable<Resource> Resources(NodeLowering node) =>
    [
        .. S3Bucket.Private(node, versioning: null, forceDestroy: true, ResourceOptions.None, Part),
        S3Bucket.Expiry(node, Part, node.Whole("log_retention_days")),
        S3Bucket.PartPolicy(node, Part, InputValue.Map.Of(
            new("Effect", "Allow"),
            new("Principal", InputValue.Map.Of(new InputValue.Entry("Service", "logdelivery.elasticloadbalancing.amazonaws.com"))),
            new("Action", "s3:PutObject"),
            new("Resource", InputValue.Interpolation.Of(
                new InputValue.Reference(node.Name(Part), "arn"),
                "/AWSLogs/",
                AwsAccount.Id,
                "/*")))),
    ];
}
