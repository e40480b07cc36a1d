using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Which action a method of AWS's own clients needs. Nearly always it is the method's name; the exceptions are those of the
/// services that applications use most (AWS Service Authorization Reference, 2026-11-22, recalled).
/// </summary>
internal static class AwsRequests
{
    /// <summary>A transaction is no action of its own: it needs those of what it writes.</summary>
    public const string TransactWrite = "dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem";

    private const string Package = "AWSSDK.";

    private const string PartiQl = "dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLSelect dynamodb:PartiQLUpdate";

    private static readonly Dictionary<string, string> Prefixes = new(StringComparer.Ordinal)
    {
        ["DynamoDBv2"] = "dynamodb",
        ["SimpleNotificationService"] = "sns",
        ["SimpleSystemsManagement"] = "ssm",
        ["SimpleEmail"] = "ses",
        ["SimpleEmailV2"] = "ses",
        ["EventBridge"] = "events",
        ["CloudWatchLogs"] = "logs",
        ["KeyManagementService"] = "kms",
        ["SecurityToken"] = "sts",
        ["StepFunctions"] = "states",
        ["CognitoIdentityProvider"] = "cognito-idp",
        ["BedrockRuntime"] = "bedrock",
    };

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["s3:ListObjects"] = "s3:ListBucket",
        ["s3:ListObjectsV2"] = "s3:ListBucket",
        ["s3:ListVersions"] = "s3:ListBucketVersions",
        ["s3:ListBuckets"] = "s3:ListAllMyBuckets",
        ["s3:GetObjectMetadata"] = "s3:GetObject",
        ["s3:CopyObject"] = "s3:GetObject s3:PutObject",
        ["s3:CopyPart"] = "s3:GetObject s3:PutObject",
        ["s3:GetPreSignedURL"] = "s3:GetObject s3:PutObject",
        ["s3:ListParts"] = "s3:ListMultipartUploadParts",
        ["s3:ListMultipartUploads"] = "s3:ListBucketMultipartUploads",
        ["dynamodb:TransactGetItems"] = "dynamodb:GetItem",
        ["dynamodb:TransactWriteItems"] = TransactWrite,
        ["dynamodb:ExecuteStatement"] = PartiQl,
        ["dynamodb:ExecuteTransaction"] = PartiQl,
        ["dynamodb:BatchExecuteStatement"] = PartiQl,
        ["s3:DeleteObjects"] = "s3:DeleteObject",
        ["s3:InitiateMultipartUpload"] = "s3:PutObject",
        ["s3:UploadPart"] = "s3:PutObject",
        ["s3:CompleteMultipartUpload"] = "s3:PutObject",
        ["s3:PutBucket"] = "s3:CreateBucket",
        ["lambda:Invoke"] = "lambda:InvokeFunction",
        ["sqs:SendMessageBatch"] = "sqs:SendMessage",
        ["sqs:DeleteMessageBatch"] = "sqs:DeleteMessage",
        ["sns:PublishBatch"] = "sns:Publish",
        ["bedrock:Converse"] = "bedrock:InvokeModel",
    };

    /// <summary>The action, such as <c>s3:PutObject</c>, or several with spaces between; null where the method is no request.</summary>
    public static string? Action(IMethodSymbol method)
    {
        if (method.ContainingAssembly?.Name.StartsWith(Package, StringComparison.Ordinal) != true || method.MethodKind != MethodKind.Ordinary)
        {
            return null;
        }

        if (!IsClient(method.ContainingType))
        {
            return AwsLibraries.Of(method);
        }

        var name = method.Name.EndsWith("Async", StringComparison.Ordinal) ? method.Name.Substring(0, method.Name.Length - "Async".Length) : method.Name;
        var space = method.ContainingType.ContainingNamespace;
        while (space.ContainingNamespace is { IsGlobalNamespace: false, Name: not "Amazon" } outer)
        {
            space = outer;
        }

        var action = $"{(Prefixes.TryGetValue(space.Name, out var prefix) ? prefix : space.Name.ToLowerInvariant())}:{name}";
        return Exceptions.TryGetValue(action, out var other) ? other : action;
    }

    // What fetches page after page sends the same requests as its client.
    private static bool IsClient(INamedTypeSymbol type) =>
        type.AllInterfaces.Prepend(type).Any(each => each.Is("Amazon.Runtime.IAmazonService"))
        || type.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal);
}
