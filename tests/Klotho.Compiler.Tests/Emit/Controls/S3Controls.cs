using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit.Controls;

internal static class S3Controls
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Policy = "aws:s3/bucketPolicy:BucketPolicy";
    private const string PublicAccess = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    private const string Encryption = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    private const string Ownership = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    private const string Lifecycle = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";

    private static readonly string[] Blocks = ["blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets"];

    public static readonly IReadOnlyList<Control> All =
    [
        Control.NotForEverybody("S3.2", "Nobody unknown reads a bucket", Bucket, "policy", Policy, "bucket", "s3:GetObject"),
        Control.NotForEverybody("S3.3", "Nobody unknown writes to a bucket", Bucket, "policy", Policy, "bucket", "s3:PutObject"),
        new("S3.4", "Buckets are encrypted", Bucket,
            bucket => bucket.Related(Encryption, "bucket").Any(encryption => encryption.Text("rules.applyServerSideEncryptionByDefault.sseAlgorithm") is "AES256" or "aws:kms"),
            bucket => bucket.WithoutRelated(Encryption, "bucket")),
        new("S3.5", "Buckets refuse requests without TLS", Bucket,
            bucket => bucket.Related(Policy, "bucket").Any(policy => policy.Statements("policy").Any(RefusesPlainHttp)),
            bucket => bucket.WithoutRelated(Policy, "bucket")),
        new("S3.6", "Bucket policies name no other account", Bucket,
            bucket => bucket.Related(Policy, "bucket").All(policy => policy.Statements("policy")
                .Where(statement => Statement.Is(statement, "Allow")).All(statement => (statement.Find("Principal") as InputValue.Map)?.Find("AWS") is null || OfOwnAccount(statement))),
            bucket => bucket.Related(Policy, "bucket").First().WithStatement("policy", InputValue.Map.Of(
                new("Effect", "Allow"),
                new("Principal", InputValue.Map.Of(new InputValue.Entry("AWS", "arn:aws:iam::999999999999:root"))),
                new("Action", "s3:DeleteObject"),
                new("Resource", "*")))),
        new("S3.8", "Each bucket blocks public access, whatever its policy says", Bucket,
            bucket => bucket.Related(PublicAccess, "bucket").Any(block => Blocks.All(name => block.Truth(name) == true)),
            bucket => bucket.Related(PublicAccess, "bucket").First().With("restrictPublicBuckets", false)),
        new("S3.12", "Access lists of objects have no effect", Bucket,
            bucket => bucket.Related(Ownership, "bucket").Any(rule => rule.Text("rule.objectOwnership") == "BucketOwnerEnforced"),
            bucket => bucket.Related(Ownership, "bucket").First().With("rule.objectOwnership", "ObjectWriter")),
        new("S3.13", "Buckets have a lifecycle", Bucket,
            bucket => bucket.Related(Lifecycle, "bucket").Any(lifecycle => lifecycle.Text("rules.status").Contains("Enabled", StringComparison.Ordinal)),
            bucket => bucket.WithoutRelated(Lifecycle, "bucket")),
    ];

    private static bool RefusesPlainHttp(InputValue.Map statement) =>
        Statement.Is(statement, "Deny") && Statement.Covers(statement, "s3:GetObject") && Statement.On(statement).Count() == 2
        && Statement.Principals(statement).Contains("*")
        && ((statement.Find("Condition") as InputValue.Map)?.Find("Bool") as InputValue.Map)?.Find("aws:SecureTransport") is InputValue.Text { Value: "false" };

    // The load balancers' own account, where they write access logs in older regions, is AWS's.
    private static bool OfOwnAccount(InputValue.Map statement) =>
        Statement.Principals(statement).All(principal => principal.Contains("${accountId}", StringComparison.Ordinal));
}
