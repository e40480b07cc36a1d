using System.Globalization;
using System.Text;

namespace Klotho.Aws;

/// <summary>Amazon SNS over its query protocol.</summary>
internal sealed class SnsClient(string region)
    : AwsClient(AwsService.Sns, QueryProtocol.Instance, new AwsClientConfig(AwsService.Sns, region)), ISnsClient
{
    public ValueTask<string> PublishAsync(
        Arn topic, ReadOnlyMemory<byte> message, IReadOnlyDictionary<string, string> attributes, CancellationToken cancel) =>
        PublishAsync(topic, message, attributes, [], cancel);

    public ValueTask<string> PublishInOrderAsync(
        Arn topic, ReadOnlyMemory<byte> message, IReadOnlyDictionary<string, string> attributes, MessageTurn turn, CancellationToken cancel) =>
        PublishAsync(topic, message, attributes, [("MessageGroupId", turn.Group), ("MessageDeduplicationId", turn.DeduplicationId)], cancel);

    private async ValueTask<string> PublishAsync(
        Arn topic, ReadOnlyMemory<byte> message, IReadOnlyDictionary<string, string> attributes, IEnumerable<(string, string)> more, CancellationToken cancel)
    {
        List<(string, string)> parameters = [("TopicArn", topic.Text), ("Message", Encoding.UTF8.GetString(message.Span)), .. more, .. Attributes("", attributes)];
        return QueryProtocol.Text(await SendAsync(QueryProtocol.Call(AwsService.Sns, "Publish", parameters), cancel), "MessageId");
    }

    public async ValueTask<IReadOnlyList<EntryFailure>> PublishBatchAsync(Arn topic, IReadOnlyList<BatchEntry> entries, CancellationToken cancel)
    {
        List<(string, string)> parameters = [("TopicArn", topic.Text)];
        foreach (var (place, entry) in entries.Index())
        {
            var prefix = string.Create(CultureInfo.InvariantCulture, $"PublishBatchRequestEntries.member.{place + 1}.");
            parameters.Add(($"{prefix}Id", place.ToString(CultureInfo.InvariantCulture)));
            parameters.Add(($"{prefix}Message", Encoding.UTF8.GetString(entry.Body.Span)));
            if (entry.Turn is { } turn)
            {
                parameters.Add(($"{prefix}MessageGroupId", turn.Group));
                parameters.Add(($"{prefix}MessageDeduplicationId", turn.DeduplicationId));
            }

            parameters.AddRange(Attributes(prefix, entry.Attributes));
        }

        var answer = await SendAsync(QueryProtocol.Call(AwsService.Sns, "PublishBatch", parameters), cancel);
        return [.. QueryProtocol.Members(answer, "Failed").Select(failed => new EntryFailure(
            int.Parse(failed("Id"), CultureInfo.InvariantCulture), failed("Code"), failed("Message") is { Length: > 0 } message ? message : failed("Code"), IsTransient: !bool.Parse(failed("SenderFault"))))];
    }

    private static IEnumerable<(string, string)> Attributes(string prefix, IReadOnlyDictionary<string, string> attributes)
    {
        foreach (var (index, (name, value)) in attributes.Index())
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"{prefix}MessageAttributes.entry.{index + 1}");
            yield return ($"{entry}.Name", name);
            yield return ($"{entry}.Value.DataType", "String");
            yield return ($"{entry}.Value.StringValue", value);
        }
    }
}
