using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Klotho.Aws;

namespace Klotho.Runtime.Tests.Aws;

/// <summary>Makes queues and topics as emitted infrastructure would, without the clients that are under test.</summary>
internal sealed class MessagingSetup(Uri address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = address };

    /// <summary>A queue with a queue for its dead letters, as <c>sns_sqs</c> makes them.</summary>
    public async Task<Arn> QueueAsync(string name, int maxReceiveCount = 5)
    {
        var dead = await PlainQueueAsync($"{name}-dead-letters", []);
        return await PlainQueueAsync(name, new()
        {
            ["RedrivePolicy"] = new JsonObject { ["deadLetterTargetArn"] = dead.Text, ["maxReceiveCount"] = maxReceiveCount }.ToJsonString(),
        });
    }

    /// <summary>A FIFO queue with one for its dead letters, as <c>sns_sqs</c> makes them for an ordered topic.</summary>
    public async Task<Arn> OrderedQueueAsync(string name)
    {
        var dead = await PlainQueueAsync($"{name}-dead-letters.fifo", new() { ["FifoQueue"] = "true" });
        return await PlainQueueAsync($"{name}.fifo", new()
        {
            ["FifoQueue"] = "true",
            ["DeduplicationScope"] = "messageGroup",
            ["FifoThroughputLimit"] = "perMessageGroupId",
            ["RedrivePolicy"] = new JsonObject { ["deadLetterTargetArn"] = dead.Text, ["maxReceiveCount"] = 5 }.ToJsonString(),
        });
    }

    public async Task<Arn> PlainQueueAsync(string name, Dictionary<string, string> attributes)
    {
        await SqsAsync("CreateQueue", new() { ["QueueName"] = name, ["Attributes"] = JsonSerializer.SerializeToNode(attributes) });
        return ArnOf("sqs", name);
    }

    /// <summary>Puts a message into a queue, without attributes.</summary>
    public async Task SendAsync(Arn queue, string body) => await SqsAsync("SendMessage", new() { ["QueueUrl"] = UrlOf(queue), ["MessageBody"] = body });

    /// <summary>Moves a queue's messages as AWS's own redrive does: each as it is, and as a new message of the other queue.</summary>
    public async Task MoveAsync(Arn from, Arn to)
    {
        while (await SqsAsync("ReceiveMessage", new() { ["QueueUrl"] = UrlOf(from), ["MessageAttributeNames"] = new JsonArray("All"), ["MessageSystemAttributeNames"] = new JsonArray("MessageGroupId") }) is { } answer
            && answer["Messages"] is JsonArray { Count: > 0 } messages)
        {
            foreach (var message in messages.OfType<JsonObject>())
            {
                var sent = new JsonObject { ["QueueUrl"] = UrlOf(to), ["MessageBody"] = message["Body"]?.DeepClone(), ["MessageAttributes"] = message["MessageAttributes"]?.DeepClone() };
                if (message["Attributes"]?["MessageGroupId"] is { } group)
                {
                    (sent["MessageGroupId"], sent["MessageDeduplicationId"]) = (group.DeepClone(), message["MessageId"]?.DeepClone());
                }

                await SqsAsync("SendMessage", sent);
                await SqsAsync("DeleteMessage", new() { ["QueueUrl"] = UrlOf(from), ["ReceiptHandle"] = message["ReceiptHandle"]?.DeepClone() });
            }
        }
    }

    /// <summary>A topic that hands messages on to queues as they are.</summary>
    public async Task<Arn> TopicAsync(string name, params Arn[] queues)
    {
        (string, string)[] order = name.EndsWith(".fifo", StringComparison.Ordinal) ? [("Attributes.entry.1.key", "FifoTopic"), ("Attributes.entry.1.value", "true")] : [];
        await SnsAsync([("Action", "CreateTopic"), ("Name", name), .. order]);
        var topic = ArnOf("sns", name);
        foreach (var queue in queues)
        {
            await SnsAsync(
                ("Action", "Subscribe"), ("TopicArn", topic.Text), ("Protocol", "sqs"), ("Endpoint", queue.Text),
                ("Attributes.entry.1.key", "RawMessageDelivery"), ("Attributes.entry.1.value", "true"));
        }

        return topic;
    }

    /// <summary>How many messages wait in a queue, are with a receiver, or are delayed.</summary>
    public async Task<(int Waiting, int InFlight, int Delayed)> CountAsync(Arn queue)
    {
        var answer = await SqsAsync("GetQueueAttributes", new()
        {
            ["QueueUrl"] = UrlOf(queue),
            ["AttributeNames"] = new JsonArray("All"),
        });
        var attributes = answer?["Attributes"] ?? throw new InvalidOperationException("No attributes.");
        int Count(string name) => int.Parse(attributes[name]?.GetValue<string>() ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        return (Count("ApproximateNumberOfMessages"), Count("ApproximateNumberOfMessagesNotVisible"), Count("ApproximateNumberOfMessagesDelayed"));
    }

    public static Arn ArnOf(string service, string name) =>
        Arn.TryParse($"arn:aws:{service}:{AwsEmulators.Region}:{AwsEmulators.Account}:{name}", out var arn) ? arn : throw new InvalidOperationException(name);

    public void Dispose() => _http.Dispose();

    private string UrlOf(Arn queue) => new Uri(address, $"{queue.Account}/{queue.Resource}").ToString();

    private async Task<JsonNode?> SqsAsync(string operation, JsonObject input)
    {
        using var content = new StringContent(input.ToJsonString(), Encoding.UTF8, "application/x-amz-json-1.0");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.Add("X-Amz-Target", $"AmazonSQS.{operation}");
        // The emulator takes the region from the signature's scope.
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260101/{AwsEmulators.Region}/sqs/aws4_request");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? null : JsonNode.Parse(text);
    }

    private async Task SnsAsync(params (string Name, string Value)[] parameters)
    {
        using var content = new FormUrlEncodedContent(parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential=x/20260101/{AwsEmulators.Region}/sns/aws4_request");
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        _ = XDocument.Parse(text);
    }
}
