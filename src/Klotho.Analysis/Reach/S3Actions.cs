namespace Klotho.Analysis.Reach;

/// <summary>
/// Which action an operation of S3's client needs where that is not the one of its name. A test holds each against the documentation in AWSSDK.S3
/// 4.0.104, where that names actions, and against the list of IAM's actions of 2026-09-26 (Service Authorization Reference, by the npm package iam-data).
/// An operation on a version of an object needs the action for versions instead.
/// </summary>
internal static class S3Actions
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["CompleteMultipartUpload"] = "s3:PutObject",
        ["CopyObject"] = "s3:GetObject s3:PutObject",
        ["CopyPart"] = "s3:GetObject s3:PutObject",
        ["CreateBucketMetadataConfiguration"] = "s3:CreateBucketMetadataTableConfiguration",
        ["CreatePresignedPost"] = "s3:PutObject",
        ["CreateSession"] = "s3express:CreateSession",
        ["DeleteBucketAnalyticsConfiguration"] = "s3:PutAnalyticsConfiguration",
        ["DeleteBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["DeleteBucketIntelligentTieringConfiguration"] = "s3:PutIntelligentTieringConfiguration",
        ["DeleteBucketInventoryConfiguration"] = "s3:PutInventoryConfiguration",
        ["DeleteBucketMetadataConfiguration"] = "s3:DeleteBucketMetadataTableConfiguration",
        ["DeleteBucketMetricsConfiguration"] = "s3:PutMetricsConfiguration",
        ["DeleteBucketOwnershipControls"] = "s3:PutBucketOwnershipControls",
        ["DeleteBucketReplication"] = "s3:PutReplicationConfiguration",
        ["DeleteBucketTagging"] = "s3:PutBucketTagging",
        ["DeleteCORSConfiguration"] = "s3:PutBucketCORS",
        ["DeleteLifecycleConfiguration"] = "s3:PutLifecycleConfiguration",
        ["DeleteObjects"] = "s3:DeleteObject",
        ["DeletePublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["GetACL"] = "s3:GetBucketAcl s3:GetObjectAcl",
        ["GetBucketAccelerateConfiguration"] = "s3:GetAccelerateConfiguration",
        ["GetBucketAnalyticsConfiguration"] = "s3:GetAnalyticsConfiguration",
        ["GetBucketEncryption"] = "s3:GetEncryptionConfiguration",
        ["GetBucketIntelligentTieringConfiguration"] = "s3:GetIntelligentTieringConfiguration",
        ["GetBucketInventoryConfiguration"] = "s3:GetInventoryConfiguration",
        ["GetBucketMetadataConfiguration"] = "s3:GetBucketMetadataTableConfiguration",
        ["GetBucketMetricsConfiguration"] = "s3:GetMetricsConfiguration",
        ["GetBucketReplication"] = "s3:GetReplicationConfiguration",
        ["GetCORSConfiguration"] = "s3:GetBucketCORS",
        ["GetObjectAttributes"] = "s3:GetObject s3:GetObjectAttributes",
        ["GetObjectLockConfiguration"] = "s3:GetBucketObjectLockConfiguration",
        ["GetObjectMetadata"] = "s3:GetObject",
        ["GetPreSignedURL"] = "s3:GetObject s3:PutObject",
        ["GetPublicAccessBlock"] = "s3:GetBucketPublicAccessBlock",
        ["HeadBucket"] = "s3:ListBucket",
        ["InitiateMultipartUpload"] = "s3:PutObject",
        ["ListBucketAnalyticsConfigurations"] = "s3:GetAnalyticsConfiguration",
        ["ListBucketIntelligentTieringConfigurations"] = "s3:GetIntelligentTieringConfiguration",
        ["ListBucketInventoryConfigurations"] = "s3:GetInventoryConfiguration",
        ["ListBucketMetricsConfigurations"] = "s3:GetMetricsConfiguration",
        ["ListBuckets"] = "s3:ListAllMyBuckets",
        ["ListDirectoryBuckets"] = "s3express:ListAllMyDirectoryBuckets",
        ["ListMultipartUploads"] = "s3:ListBucketMultipartUploads",
        ["ListObjects"] = "s3:ListBucket",
        ["ListObjectsV2"] = "s3:ListBucket",
        ["ListParts"] = "s3:ListMultipartUploadParts",
        ["ListVersions"] = "s3:ListBucketVersions",
        ["PutACL"] = "s3:PutBucketAcl s3:PutObjectAcl",
        ["PutBucket"] = "s3:CreateBucket",
        ["PutBucketAccelerateConfiguration"] = "s3:PutAccelerateConfiguration",
        ["PutBucketAnalyticsConfiguration"] = "s3:PutAnalyticsConfiguration",
        ["PutBucketEncryption"] = "s3:PutEncryptionConfiguration",
        ["PutBucketIntelligentTieringConfiguration"] = "s3:PutIntelligentTieringConfiguration",
        ["PutBucketInventoryConfiguration"] = "s3:PutInventoryConfiguration",
        ["PutBucketMetricsConfiguration"] = "s3:PutMetricsConfiguration",
        ["PutBucketReplication"] = "s3:PutReplicationConfiguration",
        ["PutCORSConfiguration"] = "s3:PutBucketCORS",
        ["PutObjectLockConfiguration"] = "s3:PutBucketObjectLockConfiguration",
        ["PutPublicAccessBlock"] = "s3:PutBucketPublicAccessBlock",
        ["RenameObject"] = "s3express:CreateSession",
        ["SelectObjectContent"] = "s3:GetObject",
        ["UploadPart"] = "s3:PutObject",
        ["WriteGetObjectResponse"] = "s3-object-lambda:WriteGetObjectResponse",
    };

    /// <summary>The action; several with spaces between.</summary>
    public static string Of(string operation) => Exceptions.TryGetValue(operation, out var actions) ? actions : $"s3:{operation}";

    /// <summary>The operations that need another action than that of their name.</summary>
    public static IEnumerable<string> Operations => Exceptions.Keys.OrderBy(name => name, StringComparer.Ordinal);
}
