using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>A topic of messages of one type.</summary>
public sealed record TopicNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName MessageType) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("pubsub");

    /// <summary>The property that tells what messages are ordered by.</summary>
    public const string OrderedByFact = "ordered by";

    /// <summary>What its messages are ordered by, one order for each value; null where they come in no promised order.</summary>
    public MessageMember? OrderedBy { get; init; }

    /// <summary>What handlers may tell its messages apart by; null where each takes all of them.</summary>
    public MessageMember? FilteredBy { get; init; }

    public override IEnumerable<NodeProperty> Properties =>
        [new("message type", MessageType.ToString()), .. Named(OrderedByFact, OrderedBy), .. Named("filtered by", FilteredBy)];

    private static IEnumerable<NodeProperty> Named(string name, MessageMember? member) => member is null ? [] : [new NodeProperty(name, member.Member)];
}
