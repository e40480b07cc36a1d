using Klotho.Planning.Costs;
using Klotho.Planning.Quantities;

namespace Klotho.Planning.Locking;

/// <summary>Something that nodes share, with what it is expected to cost.</summary>
public sealed record LockedFacility(FacilityId Id, Money Monthly);
