using System.Globalization;
using System.Text.Json;

namespace Klotho.Aws;

/// <summary>Amazon SQS over its JSON protocol. Every call goes to the service's endpoint and names the queue in its body.</summary>
internal sealed class SqsClient : AwsClient, ISqsClient
{
    private readonly AwsClientConfig _config;

    public SqsClient(string region)
        : this(new AwsClientConfig(AwsService.Sqs, region))
    {
    }

    internal SqsClient(AwsClientConfig config)
        : base(AwsService.Sqs, JsonProtocol.Instance, config) => _config = config;

    public string UrlOf(Arn queue) => $"{_config.Endpoint}/{queue.Account}/{queue.Resource}";

    public async ValueTask<IReadOnlyList<SqsMessage>> ReceiveAsync(
        string queueUrl, int count, TimeSpan wait, TimeSpan visibility, CancellationToken cancel)
    {
        var answer = await CallAsync("ReceiveMessage", queueUrl, json =>
        {
            json.WriteNumber("MaxNumberOfMessages", count);
            json.WriteNumber("WaitTimeSeconds", Seconds(wait));
            json.WriteNumber("VisibilityTimeout", Seconds(visibility));
            WriteTexts(json, "MessageSystemAttributeNames", "ApproximateReceiveCount", "MessageGroupId", "SentTimestamp");
            WriteTexts(json, "MessageAttributeNames", "All");
        }, cancel);
        return SqsMessages.Read(answer);
    }

    public ValueTask SendAsync(
        string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, TimeSpan delay, CancellationToken cancel) =>
        SendAsync(queueUrl, body, attributes, json => json.WriteNumber("DelaySeconds", Seconds(delay)), cancel);

    public ValueTask SendInOrderAsync(
        string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, MessageTurn turn, CancellationToken cancel) =>
        SendAsync(queueUrl, body, attributes, json => WriteTurn(json, turn), cancel);

    private async ValueTask SendAsync(
        string queueUrl, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes, Action<Utf8JsonWriter> more, CancellationToken cancel) =>
        await CallAsync("SendMessage", queueUrl, json =>
        {
            more(json);
            WriteMessage(json, body, attributes);
        }, cancel);

    public ValueTask<IReadOnlyList<EntryFailure>> SendBatchAsync(string queueUrl, IReadOnlyList<BatchEntry> entries, CancellationToken cancel) =>
        CallBatchAsync("SendMessageBatch", queueUrl, entries, static (json, entry) =>
        {
            if (entry.Turn is { } turn)
            {
                WriteTurn(json, turn);
            }

            WriteMessage(json, entry.Body, entry.Attributes);
        }, cancel);

    public ValueTask<IReadOnlyList<EntryFailure>> DeleteBatchAsync(string queueUrl, IReadOnlyList<string> receiptHandles, CancellationToken cancel) =>
        CallBatchAsync("DeleteMessageBatch", queueUrl, receiptHandles, static (json, handle) => json.WriteString("ReceiptHandle", handle), cancel);

    public async ValueTask DeleteAsync(string queueUrl, string receiptHandle, CancellationToken cancel) =>
        await CallAsync("DeleteMessage", queueUrl, json => json.WriteString("ReceiptHandle", receiptHandle), cancel);

    public async ValueTask ChangeVisibilityAsync(string queueUrl, string receiptHandle, TimeSpan visibility, CancellationToken cancel) =>
        await CallAsync("ChangeMessageVisibility", queueUrl, json =>
        {
            json.WriteString("ReceiptHandle", receiptHandle);
            json.WriteNumber("VisibilityTimeout", Seconds(visibility));
        }, cancel);

    public async ValueTask<Arn?> DeadLetterQueueAsync(string queueUrl, CancellationToken cancel)
    {
        var answer = await CallAsync("GetQueueAttributes", queueUrl, json => WriteTexts(json, "AttributeNames", "RedrivePolicy"), cancel);
        using var json = JsonDocument.Parse(answer);
        if (!json.RootElement.TryGetProperty("Attributes", out var attributes) || !attributes.TryGetProperty("RedrivePolicy", out var policy))
        {
            return null;
        }

        using var redrive = JsonDocument.Parse(policy.GetString() ?? "{}");
        return redrive.RootElement.TryGetProperty("deadLetterTargetArn", out var target) && Arn.TryParse(target.GetString(), out var arn) ? arn : null;
    }

    private ValueTask<ReadOnlyMemory<byte>> CallAsync(string operation, string queueUrl, Action<Utf8JsonWriter> write, CancellationToken cancel) =>
        SendAsync(JsonProtocol.Call("AmazonSQS", operation, json =>
        {
            json.WriteString("QueueUrl", queueUrl);
            write(json);
        }), cancel);

    private async ValueTask<IReadOnlyList<EntryFailure>> CallBatchAsync<T>(
        string operation, string queueUrl, IReadOnlyList<T> entries, Action<Utf8JsonWriter, T> write, CancellationToken cancel)
    {
        var answer = await CallAsync(operation, queueUrl, json =>
        {
            json.WriteStartArray("Entries");
            foreach (var (place, entry) in entries.Index())
            {
                json.WriteStartObject();
                json.WriteString("Id", place.ToString(CultureInfo.InvariantCulture));
                write(json, entry);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }, cancel);
        return SqsMessages.Failures(answer);
    }

    private static void WriteMessage(Utf8JsonWriter json, ReadOnlyMemory<byte> body, IReadOnlyDictionary<string, string> attributes)
    {
        json.WriteString("MessageBody", body.Span);
        json.WriteStartObject("MessageAttributes");
        foreach (var (name, value) in attributes)
        {
            json.WriteStartObject(name);
            json.WriteString("DataType", "String");
            json.WriteString("StringValue", value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTurn(Utf8JsonWriter json, MessageTurn turn)
    {
        json.WriteString("MessageGroupId", turn.Group);
        json.WriteString("MessageDeduplicationId", turn.DeduplicationId);
    }

    private static void WriteTexts(Utf8JsonWriter json, string property, params ReadOnlySpan<string> texts)
    {
        json.WriteStartArray(property);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    // Rounded up: a wait of 200 ms must not become none.
    private static int Seconds(TimeSpan time) => (int)Math.Ceiling(time.TotalSeconds);
}
