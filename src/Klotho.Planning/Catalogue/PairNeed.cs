using Klotho.Planning.Costs;

namespace Klotho.Planning.Catalogue;

/// <summary>
/// What two neighbours need when they are hosted in these ways: a facility, or (where <paramref name="Facility"/> is null)
/// that they are not, for the reason that <paramref name="Reason"/> gives in half a line.
/// </summary>
public sealed record PairNeed(FacilityId? Facility, string Reason)
{
    public static PairNeed Of(FacilityId facility) => new(facility, "");

    public static PairNeed Forbidden(string reason) => new(null, reason);
}
