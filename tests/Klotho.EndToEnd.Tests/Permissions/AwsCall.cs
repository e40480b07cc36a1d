namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>A call of AWS as IAM sees it: <c>dynamodb:GetItem</c> on an ARN.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Resource">On what.</param>
/// <param name="Context">What else IAM knows of it, where policies ask: <c>events:source=klotho.app</c>, one a line.</param>
internal sealed record AwsCall(string Action, string Resource, string Context = "");
