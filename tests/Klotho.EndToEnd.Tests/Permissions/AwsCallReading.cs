using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Klotho.EndToEnd.Tests.Permissions;

/// <summary>
/// Tells which actions a request to AWS needs (Service Authorization Reference: Amazon DynamoDB, Amazon EventBridge, Amazon S3, Amazon SNS, Amazon SQS, AWS Secrets
/// Manager, AWS Systems Manager; Amazon S3 User Guide: Required permissions for Amazon S3 API operations; AWS Lambda Developer Guide: Control
/// access to function URLs, read 2026-11-22).
/// </summary>
internal static class AwsCallReading
{
    public static IEnumerable<AwsCall> Read(HttpRequest request, byte[] body, int status)
    {
        if (request.Headers["X-Amz-Target"] is [{ } target])
        {
            return OfJson(target, body);
        }

        if (FunctionOf(request) is { } function)
        {
            Assert.Contains($"/{Arns.Region}/lambda/aws4_request", $"{request.Headers.Authorization}", StringComparison.Ordinal);
            return [new("lambda:InvokeFunctionUrl", Arns.Function(function)), new("lambda:InvokeFunction", Arns.Function(function))];
        }

        return request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) == true
            ? [OfQuery(body)]
            : OfS3(request, status);
    }

    /// <summary>The function that a request is for, or null.</summary>
    public static string? FunctionOf(HttpRequest request) => request.Host.Host.Split('.') is [var function, "lambda-url", ..] ? function : null;

    private static IEnumerable<AwsCall> OfJson(string target, byte[] body)
    {
        using var json = JsonDocument.Parse(body);
        var (service, operation) = (target.Split('.')[0], target.Split('.')[1]);
        if (service == "AWSEvents")
        {
            return [.. json.RootElement.GetProperty("Entries").EnumerateArray().Select(entry => new AwsCall(
                $"events:{operation}", Text(entry, "EventBusName"), $"events:source={Text(entry, "Source")}\nevents:detail-type={Text(entry, "DetailType")}"))];
        }

        return [OfOne(json.RootElement, target, service, operation)];
    }

    private static AwsCall OfOne(JsonElement input, string target, string service, string operation) => service switch
    {
        "DynamoDB_20120810" => new($"dynamodb:{operation}", Arns.Table(TableOf(input))),
        "AmazonSQS" => new($"sqs:{OfOneOf(operation)}", Arns.Queue(Text(input, "QueueUrl").Split('/')[^1])),
        "secretsmanager" => new($"secretsmanager:{operation}", Text(input, "SecretId")),
        "AmazonSSM" => new($"ssm:{operation}", Arns.Parameter(Text(input, "Name"))),
        _ => new($"unknown:{target}", "*"),
    };

    // A request for several messages takes the action of one (Service Authorization Reference: Amazon SQS, Amazon SNS, read 2026-11-22).
    private static string OfOneOf(string operation) => operation.EndsWith("Batch", StringComparison.Ordinal) ? operation[..^"Batch".Length] : operation;

    // A batch could name several tables; ours is of one. Some operations are on no table, or on one among other things.
    private static string TableOf(JsonElement input) =>
        input.TryGetProperty("RequestItems", out var batch) ? Assert.Single(batch.EnumerateObject()).Name : input.TryGetProperty("TableName", out var name) ? name.GetString() ?? "" : "*";

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString() ?? "";

    private static AwsCall OfQuery(byte[] body)
    {
        var form = QueryHelpers.ParseQuery(System.Text.Encoding.UTF8.GetString(body));
        return form["Version"] == "2010-03-31" ? new($"sns:{OfOneOf($"{form["Action"]}")}", $"{form["TopicArn"]}") : new($"unknown:{form["Action"]}", "*");
    }

    private static IEnumerable<AwsCall> OfS3(HttpRequest request, int status)
    {
        var path = (request.Path.Value ?? "").TrimStart('/').Split('/', 2);
        var bucket = Arns.Bucket(path[0]);
        if (path.Length == 1 || path[1].Length == 0)
        {
            return [new(request.Method == "GET" && request.Query["list-type"] == "2" ? "s3:ListBucket" : $"unknown:{request.Method} bucket", bucket)];
        }

        // What is asked of an object beside its content (its tags, who may read it) stands as a word of its own.
        if (request.Query.Any(word => word.Value == "" && word.Key != "uploads"))
        {
            return [new($"unknown:{request.Method} object{request.QueryString}", $"{bucket}/{path[1]}")];
        }

        var action = (request.Method, Upload: request.Query.ContainsKey("uploadId"), Begin: request.Query.ContainsKey("uploads")) switch
        {
            ("GET" or "HEAD", false, false) => "s3:GetObject",
            ("PUT", _, false) or ("POST", false, true) or ("POST", true, false) => "s3:PutObject",
            ("DELETE", true, false) => "s3:AbortMultipartUpload",
            ("DELETE", false, false) => "s3:DeleteObject",
            _ => $"unknown:{request.Method} object",
        };
        AwsCall call = new(action, $"{bucket}/{path[1]}");
        if (request.Headers["x-amz-copy-source"] is [{ } source] && action == "s3:PutObject")
        {
            return [call, new("s3:GetObject", $"arn:aws:s3:::{source.TrimStart('/')}")];
        }

        // Who may not list the bucket is told 403 where nothing is.
        return status == StatusCodes.Status404NotFound ? [call, new("s3:ListBucket", bucket)] : [call];
    }
}
