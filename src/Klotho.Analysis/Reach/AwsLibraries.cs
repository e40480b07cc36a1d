using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Which actions a method needs of what AWS's packages build on their clients: transfers, the object persistence and document models of DynamoDB,
/// helpers of S3. Their names tell nothing, so each stands here. A test holds the names against the packages, and that the actions exist
/// against IAM's list of 2026-09-26; which of them a method needs is recalled (documentation of the SDK for .NET v4, 2026-11-23). The models of DynamoDB also ask
/// for the table's keys once (<c>DescribeTable</c>), unless they are told them.
/// </summary>
internal static class AwsLibraries
{
    private const string Describe = "dynamodb:DescribeTable";
    private const string Upload = "s3:AbortMultipartUpload s3:PutObject";

    private static readonly Dictionary<string, string> Actions = new(StringComparer.Ordinal)
    {
        ["TransferUtility.AbortMultipartUploads"] = "s3:AbortMultipartUpload s3:ListBucketMultipartUploads",
        ["TransferUtility.Download"] = "s3:GetObject",
        ["TransferUtility.DownloadDirectory"] = "s3:GetObject s3:ListBucket",
        ["TransferUtility.OpenStream"] = "s3:GetObject",
        ["TransferUtility.Upload"] = Upload,
        ["TransferUtility.UploadDirectory"] = Upload,
        ["CoreAmazonS3.Delete"] = "s3:DeleteObject",
        ["CoreAmazonS3.Deletes"] = "s3:DeleteObject",
        ["CoreAmazonS3.DownloadToFilePath"] = "s3:GetObject",
        ["CoreAmazonS3.EnsureBucketExists"] = "s3:CreateBucket",
        ["CoreAmazonS3.GeneratePreSignedURL"] = "s3:GetObject",
        ["CoreAmazonS3.GetAllObjectKeys"] = "s3:ListBucket",
        ["CoreAmazonS3.GetObjectStream"] = "s3:GetObject",
        ["CoreAmazonS3.MakeObjectPublic"] = "s3:GetObjectAcl s3:PutObjectAcl",
        ["CoreAmazonS3.UploadObjectFromFilePath"] = "s3:PutObject",
        ["CoreAmazonS3.UploadObjectFromStream"] = "s3:PutObject",
        ["AmazonS3Util.DeleteS3BucketWithObjects"] = "s3:DeleteBucket s3:DeleteObject s3:DeleteObjectVersion s3:ListBucketVersions",
        ["AmazonS3Util.DoesS3BucketExistV2"] = "s3:GetBucketAcl",
        ["DynamoDBContext.Delete"] = $"dynamodb:DeleteItem {Describe}",
        ["DynamoDBContext.ExecuteBatchGet"] = $"dynamodb:BatchGetItem {Describe}",
        ["DynamoDBContext.ExecuteBatchWrite"] = $"dynamodb:BatchWriteItem {Describe}",
        ["DynamoDBContext.ExecuteTransactGet"] = $"{Describe} dynamodb:GetItem",
        ["DynamoDBContext.ExecuteTransactWrite"] = AwsRequests.TransactWrite + " " + Describe,
        ["DynamoDBContext.FromQuery"] = $"{Describe} dynamodb:Query",
        ["DynamoDBContext.FromScan"] = $"{Describe} dynamodb:Scan",
        ["DynamoDBContext.FromSearchVectors"] = $"{Describe} dynamodb:SearchVectors",
        ["DynamoDBContext.Load"] = $"{Describe} dynamodb:GetItem",
        ["DynamoDBContext.Query"] = $"{Describe} dynamodb:Query",
        ["DynamoDBContext.Save"] = $"{Describe} dynamodb:UpdateItem",
        ["DynamoDBContext.Scan"] = $"{Describe} dynamodb:Scan",
        ["DynamoDBContext.SearchVectors"] = $"{Describe} dynamodb:SearchVectors",
        ["BatchGet.Execute"] = "dynamodb:BatchGetItem",
        ["MultiTableBatchGet.Execute"] = "dynamodb:BatchGetItem",
        ["DocumentBatchGet.Execute"] = "dynamodb:BatchGetItem",
        ["MultiTableDocumentBatchGet.Execute"] = "dynamodb:BatchGetItem",
        ["BatchWrite.Execute"] = "dynamodb:BatchWriteItem",
        ["MultiTableBatchWrite.Execute"] = "dynamodb:BatchWriteItem",
        ["DocumentBatchWrite.Execute"] = "dynamodb:BatchWriteItem",
        ["MultiTableDocumentBatchWrite.Execute"] = "dynamodb:BatchWriteItem",
        ["TransactGet.Execute"] = "dynamodb:GetItem",
        ["MultiTableTransactGet.Execute"] = "dynamodb:GetItem",
        ["DocumentTransactGet.Execute"] = "dynamodb:GetItem",
        ["MultiTableDocumentTransactGet.Execute"] = "dynamodb:GetItem",
        ["TransactWrite.Execute"] = AwsRequests.TransactWrite,
        ["MultiTableTransactWrite.Execute"] = AwsRequests.TransactWrite,
        ["DocumentTransactWrite.Execute"] = AwsRequests.TransactWrite,
        ["MultiTableDocumentTransactWrite.Execute"] = AwsRequests.TransactWrite,
        ["Table.DeleteItem"] = "dynamodb:DeleteItem",
        ["Table.GetItem"] = "dynamodb:GetItem",
        ["Table.PutItem"] = "dynamodb:PutItem",
        ["Table.Query"] = "dynamodb:Query",
        ["Table.Scan"] = "dynamodb:Scan",
        ["Table.SearchVectors"] = "dynamodb:SearchVectors",
        ["Table.UpdateItem"] = "dynamodb:UpdateItem",
        ["Table.LoadTable"] = Describe,
        ["Table.TryLoadTable"] = Describe,
    };

    /// <summary>Every method, as its type and its name.</summary>
    internal static IReadOnlyDictionary<string, string> All => Actions;

    /// <summary>The actions, separated by spaces; null where the method sends nothing that is known.</summary>
    public static string? Of(IMethodSymbol method)
    {
        var type = method.ContainingType;
        var owner = type.TypeKind == TypeKind.Interface ? type.Name.Substring(1) : type.Name;
        var name = Without(Without(method.Name, "Async"), "WithResponse");
        return Actions.TryGetValue($"{owner}.{name}", out var actions) ? actions : null;
    }

    private static string Without(string name, string end) =>
        name.EndsWith(end, StringComparison.Ordinal) ? name.Substring(0, name.Length - end.Length) : name;
}
