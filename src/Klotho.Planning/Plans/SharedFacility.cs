using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Plans;

/// <summary>A facility that the plan needs, counted once, and the nodes that need it (sorted).</summary>
public sealed record SharedFacility(Facility Facility, EquatableArray<NodeId> NeededBy);
