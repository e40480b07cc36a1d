using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws.Lambda;

/// <summary>Events as the services of AWS send them.</summary>
internal static class LambdaEvents
{
    public const string Queue = "arn:aws:sqs:eu-central-1:123456789012:errands";

    public const string Topic = "arn:aws:sns:eu-central-1:123456789012:errands";
    public const string Bus = "arn:aws:events:eu-central-1:123456789012:event-bus/shop?source=klotho.shop";

    private const string Gateway = "abc123.execute-api.eu-central-1.amazonaws.com";
    private const string Url = "abc123.lambda-url.eu-central-1.on.aws";

    /// <summary>A request by an HTTP API, in payload format 2.0; <paramref name="path"/> is what the client sent.</summary>
    public static string Request(
        string method, string path, string query = "", string? body = null, bool base64 = false, string[]? cookies = null,
        params (string Name, string Value)[] headers) =>
        Payload(Gateway, method, path, query, body, base64, cookies, null, headers).ToJsonString();

    /// <summary>A request to the function's URL; <paramref name="caller"/> is whom AWS has authenticated.</summary>
    public static string UrlRequest(string method, string path, string? body, string? caller, params (string Name, string Value)[] headers) =>
        Payload(Url, method, path, "", body, false, null, caller, headers).ToJsonString();

    /// <summary>The same by a gateway whose route asks for AWS's authentication.</summary>
    public static string SignedGatewayRequest(string method, string path, string? body, string caller) =>
        Payload(Gateway, method, path, "", body, false, null, caller, []).ToJsonString();

    /// <summary>A request by a load balancer with multi-value headers; names and values of the query come escaped as they were sent.</summary>
    public static string BalancerRequest(
        string method, string path, (string Name, string Value)[] query, string? body, params (string Name, string Value)[] headers) => new JsonObject
        {
            ["requestContext"] = new JsonObject
            {
                ["elb"] = new JsonObject { ["targetGroupArn"] = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/main/6d0ecf831eec9f09" },
            },
            ["httpMethod"] = method,
            ["path"] = path,
            ["multiValueQueryStringParameters"] = Multiple(query),
            ["multiValueHeaders"] = Multiple(
            [.. headers, ("host", "deck.example.com"), ("x-forwarded-for", "198.51.100.1, 203.0.113.7"), ("x-forwarded-port", "443"), ("x-forwarded-proto", "https")]),
            ["body"] = body ?? "",
            ["isBase64Encoded"] = false,
        }.ToJsonString();

    public static string Schedule(string id) => $$"""{"source":"klotho.schedule","schedule":"{{id}}"}""";

    /// <summary>A batch of a FIFO queue, in its order.</summary>
    public static string Ordered(params (string Id, string Group, string Body)[] messages)
    {
        var batch = JsonNode.Parse(Messages([.. messages.Select(message => (message.Id, message.Body))])) ?? throw new JsonException("No batch.");
        foreach (var (index, message) in messages.Index())
        {
            (batch["Records"]?[index]?["attributes"] ?? throw new JsonException("No record."))["MessageGroupId"] = message.Group;
        }

        return batch.ToJsonString();
    }

    /// <summary>A batch of a queue.</summary>
    public static string Messages(params (string Id, string Body)[] messages) => new JsonObject
    {
        ["Records"] = new JsonArray([.. messages.Select(message => new JsonObject
        {
            ["messageId"] = message.Id,
            ["receiptHandle"] = "handle-" + message.Id,
            ["body"] = message.Body,
            ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "3", ["SentTimestamp"] = "1545082649183" },
            ["messageAttributes"] = new JsonObject
            {
                ["klotho-id"] = new JsonObject { ["stringValue"] = "own-" + message.Id, ["dataType"] = "String" },
            },
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = Queue,
            ["awsRegion"] = "eu-central-1",
        })]),
    }.ToJsonString();

    /// <summary>Messages that were received from a queue, as Lambda hands them over (docs.aws.amazon.com/lambda/latest/dg/with-sqs.html, 2026-11-22).</summary>
    public static string Received(Arn queue, params IEnumerable<SqsMessage> messages) => new JsonObject
    {
        ["Records"] = new JsonArray([.. messages.Select(message =>
        {
            var attributes = new JsonObject { ["ApproximateReceiveCount"] = $"{message.ReceiveCount}", ["SentTimestamp"] = $"{message.SentAt.ToUnixTimeMilliseconds()}" };
            if (message.Group is { } group)
            {
                attributes["MessageGroupId"] = group;
            }

            return new JsonObject
            {
                ["messageId"] = message.Id,
                ["receiptHandle"] = message.ReceiptHandle,
                ["body"] = Encoding.UTF8.GetString(message.Body.Span),
                ["attributes"] = attributes,
                ["messageAttributes"] = new JsonObject(message.Attributes.Select(each =>
                    KeyValuePair.Create<string, JsonNode?>(each.Key, new JsonObject { ["stringValue"] = each.Value, ["dataType"] = "String" }))),
                ["eventSource"] = "aws:sqs",
                ["eventSourceARN"] = queue.Text,
            };
        })]),
    }.ToJsonString();

    /// <summary>A message as a bus of EventBridge puts it into a queue, in a batch of that queue: no attributes, an event around it.</summary>
    public static string Events(params (string Id, string Detail)[] events) => new JsonObject
    {
        ["Records"] = new JsonArray([.. events.Select(one => new JsonObject
        {
            ["messageId"] = "sqs-" + one.Id,
            ["body"] = $$"""{"version":"0","id":"{{one.Id}}","detail-type":"errand-asked","source":"klotho.shop","resources":[],"detail":{{one.Detail}}}""",
            ["attributes"] = new JsonObject { ["ApproximateReceiveCount"] = "1", ["SentTimestamp"] = "1545082649183" },
            ["messageAttributes"] = new JsonObject(),
            ["eventSource"] = "aws:sqs",
            ["eventSourceARN"] = Queue,
        })]),
    }.ToJsonString();

    /// <summary>A message of a topic that the function is subscribed to (docs.aws.amazon.com/lambda/latest/dg/with-sns.html, 2026-11-23).</summary>
    public static string Notification(string id, string message, params (string Name, string Value)[] attributes) => new JsonObject
    {
        ["Records"] = new JsonArray(new JsonObject
        {
            ["EventVersion"] = "1.0",
            ["EventSubscriptionArn"] = Topic + ":21be56ed-a058-49f5-8c98-aedd2564c486",
            ["EventSource"] = "aws:sns",
            ["Sns"] = new JsonObject
            {
                ["SignatureVersion"] = "1",
                ["Timestamp"] = "2019-01-02T12:45:07.000Z",
                ["Signature"] = "tcc6faL2yUC6dgZdmrwh1Y4cGa/ebXEkAi6RibDsvpi+tE/1+82j...65r==",
                ["SigningCertUrl"] = "https://sns.eu-central-1.amazonaws.com/SimpleNotificationService-ac565b8b1a6c5d002d285f9598aa1d9b.pem",
                ["MessageId"] = id,
                ["Message"] = message,
                ["MessageAttributes"] = new JsonObject(attributes.Select(attribute => KeyValuePair.Create<string, JsonNode?>(
                    attribute.Name, new JsonObject { ["Type"] = "String", ["Value"] = attribute.Value }))),
                ["Type"] = "Notification",
                ["UnsubscribeUrl"] = "https://sns.eu-central-1.amazonaws.com/?Action=Unsubscribe",
                ["TopicArn"] = Topic,
                ["Subject"] = null,
            },
        }),
    }.ToJsonString();

    /// <summary>An event of a bus whose rule's target is the function (docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html, 2026-11-23).</summary>
    public static string Event(string id, string type, string detail, params string[] resources) => new JsonObject
    {
        ["version"] = "0",
        ["id"] = id,
        ["detail-type"] = type,
        ["source"] = "klotho.shop",
        ["account"] = "123456789012",
        ["time"] = "2022-04-30T17:00:00Z",
        ["region"] = "eu-central-1",
        ["resources"] = JsonSerializer.SerializeToNode(resources),
        ["detail"] = JsonNode.Parse(detail),
    }.ToJsonString();

    /// <summary>An HTTP API decodes the path, and drops what is behind a question mark in it (github.com/middleapi/standard-server/pull/93, 2026-11-23).</summary>
    private static string Decoded(string path) => Uri.UnescapeDataString(path).Split('?')[0];

    private static JsonObject Multiple(IEnumerable<(string Name, string Value)> pairs) => new(pairs
        .GroupBy(pair => pair.Name)
        .Select(group => KeyValuePair.Create<string, JsonNode?>(group.Key, new JsonArray([.. group.Select(pair => JsonValue.Create(pair.Value))]))));

    private static JsonObject Payload(
        string domain, string method, string path, string query, string? body, bool base64, string[]? cookies, string? caller,
        (string Name, string Value)[] headers)
    {
        var payload = new JsonObject
        {
            ["version"] = "2.0",
            ["routeKey"] = "$default",
            ["rawPath"] = domain == Gateway ? Decoded(path) : path,
            ["rawQueryString"] = query,
            ["headers"] = new JsonObject(headers.Append(("host", domain))
                .Select(header => KeyValuePair.Create<string, JsonNode?>(header.Item1, header.Item2))),
            ["requestContext"] = new JsonObject
            {
                ["domainName"] = domain,
                ["http"] = new JsonObject { ["method"] = method, ["path"] = Decoded(path), ["protocol"] = "HTTP/1.1", ["sourceIp"] = "203.0.113.7" },
                ["requestId"] = "JKJaXmPLvHcESHA=",
                ["stage"] = "$default",
            },
            ["isBase64Encoded"] = base64,
        };
        if (body is not null)
        {
            payload["body"] = body;
        }

        if (cookies is not null)
        {
            payload["cookies"] = JsonSerializer.SerializeToNode(cookies);
        }

        if (caller is not null)
        {
            payload["requestContext"]!["authorizer"] = new JsonObject { ["iam"] = new JsonObject { ["userArn"] = caller } };
        }

        return payload;
    }
}
