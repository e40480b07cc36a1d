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
        List<(string, string)> parameters = [("TopicArn", topic.Text), ("Message", Encoding.UTF8.GetString(message.Span)), .. more];
        foreach (var (index, (name, value)) in attributes.Index())
        {
            var entry = string.Create(CultureInfo.InvariantCulture, $"MessageAttributes.entry.{index + 1}");
            parameters.Add(($"{entry}.Name", name));
            parameters.Add(($"{entry}.Value.DataType", "String"));
            parameters.Add(($"{entry}.Value.StringValue", value));
        }

        return QueryProtocol.Text(await SendAsync(QueryProtocol.Call(AwsService.Sns, "Publish", parameters), cancel), "MessageId");
    }
}
