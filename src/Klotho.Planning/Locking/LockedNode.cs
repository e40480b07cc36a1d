using Klotho.Analysis.Graph;
using Klotho.Planning.Plans;

namespace Klotho.Planning.Locking;

/// <summary>
/// The choice that was made for a node. <paramref name="Name"/> is the name of its resource, which stays when the id
/// changes, so that the data stays; <paramref name="Stateful"/> says that the resource holds data.
/// </summary>
public sealed record LockedNode(NodeId Id, CandidateType Type, string Name, bool Stateful);
