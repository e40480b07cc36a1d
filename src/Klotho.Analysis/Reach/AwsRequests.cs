using Klotho.Analysis.Annotations;
using Microsoft.CodeAnalysis;

namespace Klotho.Analysis.Reach;

/// <summary>
/// Which action a method of AWS's own clients needs. Nearly always it is the method's name; the exceptions are those of the
/// services that applications use most. A test holds all of DynamoDB's against its client, what that sends, and the list of IAM's actions of 2026-09-26.
/// Of the other services these were read in excerpts of AWS's documentation on 2026-11-23: SQS's table of API permissions and its page on batch actions,
/// Lambda's InvokeWithResponseStream, Bedrock's ConverseStream and StartAsyncInvoke. That SNS's and SQS's helpers send several requests is read from what
/// their documentation says they do; the rest of the table is older or of a community's list (iam-dataset). A test holds that those actions exist, against
/// the same list of IAM's.
/// </summary>
internal static class AwsRequests
{
    /// <summary>A transaction is no action of its own: it needs those of what it writes.</summary>
    public const string TransactWrite = "dynamodb:ConditionCheckItem dynamodb:DeleteItem dynamodb:PutItem dynamodb:UpdateItem";

    private const string Package = "AWSSDK.";

    /// <summary>Who lets others send to a queue reads its policy and writes it.</summary>
    private const string QueuePolicy = "sqs:GetQueueAttributes sqs:SetQueueAttributes";

    private const string PartiQl = "dynamodb:PartiQLDelete dynamodb:PartiQLInsert dynamodb:PartiQLSelect dynamodb:PartiQLUpdate";

    /// <summary>How IAM calls services whose packages are called otherwise.</summary>
    internal static IEnumerable<string> Services => Prefixes.Values.Distinct().OrderBy(name => name, StringComparer.Ordinal);

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

    /// <summary>The operations that need another action than that of their name, but for those of S3.</summary>
    internal static IEnumerable<string> Operations => Exceptions.Keys.OrderBy(name => name, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["dynamodb:TransactGetItems"] = "dynamodb:GetItem",
        ["dynamodb:TransactWriteItems"] = TransactWrite,
        ["dynamodb:ExecuteStatement"] = PartiQl,
        ["dynamodb:ExecuteTransaction"] = PartiQl,
        ["dynamodb:BatchExecuteStatement"] = PartiQl,
        ["lambda:GetLayerVersionByArn"] = "lambda:GetLayerVersion",
        ["lambda:Invoke"] = "lambda:InvokeFunction",
        ["lambda:InvokeWithResponseStream"] = "lambda:InvokeFunction",
        ["sqs:AuthorizeS3ToSendMessage"] = QueuePolicy,
        ["sqs:CancelMessageMoveTask"] = "sqs:CancelMessageMoveTask sqs:DeleteMessage sqs:GetQueueAttributes sqs:ReceiveMessage",
        ["sqs:ChangeMessageVisibilityBatch"] = "sqs:ChangeMessageVisibility",
        ["sqs:DeleteMessageBatch"] = "sqs:DeleteMessage",
        ["sqs:GetAttributes"] = "sqs:GetQueueAttributes",
        ["sqs:SendMessageBatch"] = "sqs:SendMessage",
        ["sqs:SetAttributes"] = "sqs:SetQueueAttributes",
        ["sns:AuthorizeS3ToPublish"] = "sns:GetTopicAttributes sns:SetTopicAttributes",
        ["sns:FindTopic"] = "sns:ListTopics",
        ["sns:PublishBatch"] = "sns:Publish",
        ["sns:SubscribeQueue"] = $"sns:Subscribe {QueuePolicy}",
        ["sns:SubscribeQueueToTopics"] = $"sns:Subscribe {QueuePolicy}",
        ["bedrock:Converse"] = "bedrock:InvokeModel",
        ["bedrock:ConverseStream"] = "bedrock:InvokeModelWithResponseStream",
        ["bedrock:StartAsyncInvoke"] = "bedrock:InvokeModel",
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

        return Action(Prefixes.TryGetValue(space.Name, out var prefix) ? prefix : space.Name.ToLowerInvariant(), name);
    }

    /// <summary>The action of an operation of a service, as IAM calls the service.</summary>
    internal static string Action(string service, string operation) =>
        service == "s3" ? S3Actions.Of(operation)
        : Exceptions.TryGetValue($"{service}:{operation}", out var other) ? other : $"{service}:{operation}";

    // What fetches page after page sends the same requests as its client.
    private static bool IsClient(INamedTypeSymbol type) =>
        type.AllInterfaces.Prepend(type).Any(each => each.Is("Amazon.Runtime.IAmazonService"))
        || type.Name.EndsWith("PaginatorFactory", StringComparison.Ordinal);
}
