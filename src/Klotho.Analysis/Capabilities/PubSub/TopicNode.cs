using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>A topic of messages of one type.</summary>
public sealed record TopicNode(NodeId Id, EquatableArray<SourceLocation> Locations, TypeName MessageType) : CapabilityNode(Id, Locations)
{
    public static readonly NodeKind Kind = new("pubsub");

    public override IEnumerable<NodeProperty> Properties => [new("message type", MessageType.ToString())];
}
