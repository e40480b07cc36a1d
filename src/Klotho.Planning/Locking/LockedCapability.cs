using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Planning.Locking;

/// <summary>A node with its facts: <c>kv:slides</c>, <c>value type: Deck.Slide</c>. Facts have distinct names, sorted.</summary>
public sealed record LockedCapability(NodeId Id, EquatableArray<NodeProperty> Facts);
