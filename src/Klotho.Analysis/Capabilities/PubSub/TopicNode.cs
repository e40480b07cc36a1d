using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>A topic of messages of one type.</summary>
public sealed record TopicNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName MessageType) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("pubsub");

    /// <summary>What its messages are ordered by, one order for each value; null where they come in no promised order.</summary>
    public OrderingKey? OrderedBy { get; init; }

    public override IEnumerable<NodeProperty> Properties =>
        [new("message type", MessageType.ToString()), .. OrderedBy is { } key ? [new NodeProperty("ordered by", key.Member)] : Array.Empty<NodeProperty>()];
}
