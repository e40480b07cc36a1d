namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>A call of AWS as IAM sees it: <c>dynamodb:GetItem</c> on an ARN.</summary>
internal sealed record AwsCall(string Action, string Resource);
