using Klotho.Analysis.Graph;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// A node that another one works with, in one way to host it. <paramref name="Edge"/> is the relation between them; a gateway
/// and a unit whose routes it exposes are neighbours by the edge from the route to the unit.
/// </summary>
public readonly record struct Neighbour(CapabilityNode Node, Candidate Candidate, HostProfile Profile, CapabilityEdge Edge);
