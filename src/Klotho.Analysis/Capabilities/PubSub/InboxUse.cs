using Klotho.Analysis.Annotations;
using Klotho.Analysis.Graph;

namespace Klotho.Analysis.Capabilities.PubSub;

/// <summary>The store that remembers which messages a handler has handled, which the runtime and no code of the user's calls.</summary>
public sealed record InboxUse(CapabilityNode Node, SourceLocation Location, string Handler, NodeId Unit) : CapabilityUse(Node, Location);
