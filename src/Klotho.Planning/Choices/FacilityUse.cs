using Klotho.Analysis.Graph;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Choices;

/// <summary>A facility that a node needs, alone or because of how the neighbour <paramref name="Beside"/> is hosted.</summary>
internal readonly record struct FacilityUse(FacilityId Facility, NodeId User, NodeId? Beside);
