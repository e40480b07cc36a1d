using Klotho.Analysis.Graph;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Costs;

namespace Klotho.Planning.Capabilities.ExecUnit;

/// <summary>What a unit needs of its neighbours, for every candidate that hosts units.</summary>
internal static class UnitNeeds
{
    /// <summary>The kinds of edge by which a unit reaches, or is reached by, something that it must be able to connect to.</summary>
    public static bool IsUse(CapabilityEdge edge) => edge.Kind is EdgeKind.Uses or EdgeKind.Publishes or EdgeKind.Delivers;

    /// <summary>What a unit needs besides, to use something. Whoever hands it its messages, the unit calls their queue: to keep and to bury some.</summary>
    public static PairNeed? Of(Neighbour own, Neighbour other)
    {
        if (own.Edge.Kind == EdgeKind.Calls && own.Node.Id == own.Edge.From && own.Profile.Type != other.Profile.Type)
        {
            return PairNeed.Forbidden($"`{own.Node.Id.Name}` calls `{other.Node.Id.Name}`, and units reach only units of their own type");
        }

        if (!IsUse(own.Edge))
        {
            return null;
        }

        // A cluster that exists already stands in a network of its own.
        var inside = own.Profile is { Network: NetworkPlace.Private, Portability: not Portability.Kubernetes }
            || own.Profile.Facilities.Items.Contains(FacilityCatalogue.Network);
        var reached = other.Profile;
        return reached switch
        {
            { Network: NetworkPlace.Private, Portability: Portability.Kubernetes } => own.Profile.Portability == Portability.Kubernetes
                ? null
                : PairNeed.Forbidden($"`{other.Node.Id.Name}` on {reached.Type} is reachable only inside the cluster"),
            { Network: NetworkPlace.Private } when !inside => PairNeed.Forbidden($"`{other.Node.Id.Name}` on {reached.Type} is reachable only inside the private network"),
            _ => inside && other.Candidate.Service(own.Edge) is { } service ? PairNeed.Of(service.Facility) : null,
        };
    }
}
