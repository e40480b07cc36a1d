using Klotho.Emit.Resources;
using Klotho.Planning.Capabilities.PubSub;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>
/// What makes a topic and its queues keep the order of messages by key. Such a topic sends to such queues only, and the dead letters of such a queue
/// are in such a queue (Amazon SNS Developer Guide: Message delivery for FIFO topics, Amazon SQS Developer Guide: Using dead-letter queues, 2026-11-22).
/// Ids against duplicates are those of messages, for each group, which is also what lets the throughput grow with the number of groups.
/// </summary>
internal static class Fifo
{
    public static IEnumerable<InputValue.Entry> OfTopic(NodeLowering node) => !IsAsked(node) ? [] :
    [
        new("contentBasedDeduplication", false),
        new("fifoThroughputScope", "MessageGroup"),
        new("fifoTopic", true),
    ];

    public static IEnumerable<InputValue.Entry> OfQueue(NodeLowering node) => !IsAsked(node) ? [] :
    [
        new("contentBasedDeduplication", false),
        new("deduplicationScope", "messageGroup"),
        new("fifoQueue", true),
        new("fifoThroughputLimit", "perMessageGroupId"),
    ];

    public static bool IsAsked(NodeLowering node) => TopicOrder.Of(node.Node) is not null;
}
