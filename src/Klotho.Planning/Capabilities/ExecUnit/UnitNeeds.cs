using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>What a unit needs of its neighbours, for every candidate that hosts units.</summary>
internal static class UnitNeeds
{
    /// <summary>The kinds of edge by which a unit reaches, or is reached by, something that it must be able to connect to.</summary>
    public static bool IsUse(CapabilityEdge edge) => edge.Kind is EdgeKind.Uses or EdgeKind.Publishes or EdgeKind.Delivers;

    /// <summary>
    /// <paramref name="fetches"/> says whether the unit's process fetches its messages itself; a service hands them to it otherwise.
    /// </summary>
    public static IEnumerable<PairNeed> Of(Neighbour own, Neighbour other, bool fetches)
    {
        // A cluster that exists already stands in a network of its own.
        var inside = own.Variant.Traits is { Network: NetworkPlace.Private, Portability: not Portability.Kubernetes }
            || own.Variant.Facilities.Items.Contains(FacilityCatalogue.Network);
        var reached = other.Variant.Traits;
        if (own.Edge.Kind == EdgeKind.Calls && own.Node.Id == own.Edge.From && own.Variant.Type != other.Variant.Type)
        {
            yield return PairNeed.Forbidden($"`{own.Node.Id.Name}` calls `{other.Node.Id.Name}`, and units reach only units of their own type");
        }

        if (!IsUse(own.Edge))
        {
            yield break;
        }

        if (reached is { Network: NetworkPlace.Private, Portability: Portability.Kubernetes })
        {
            if (own.Variant.Traits.Portability != Portability.Kubernetes)
            {
                yield return PairNeed.Forbidden($"`{other.Node.Id.Name}` on {other.Variant.Type} is reachable only inside the cluster");
            }
        }
        else if (reached.Network == NetworkPlace.Private && !inside)
        {
            yield return PairNeed.Forbidden($"`{other.Node.Id.Name}` on {other.Variant.Type} is reachable only inside the private network");
        }
        else if (inside && (fetches || own.Edge.Kind != EdgeKind.Delivers) && other.Candidate.Service(own.Edge) is { } service)
        {
            yield return PairNeed.Of(service.Facility);
        }
    }
}
