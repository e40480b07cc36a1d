using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>What the nodes in the cluster share: the cluster, the application's namespace, the way in, and the servers that keep data.</summary>
internal static class ClusterFoundation
{
    public static IEnumerable<Resource> Resources(NodeLowering any)
    {
        var context = any.Context;
        var users = ClusterUnits.PodsByApp(context);
        return
        [
            .. context.Cluster.Exists ? [] : EksCluster.Resources(context),
            .. ClusterConnection.Resources(context),
            .. !context.Cluster.Exists && context.Shares(FacilityCatalogue.ClusterEntry) ? ClusterEntry.Resources(context) : [],
            .. ClusterServers.All.Items
                .Where(server => context.Shares(server.Facility))
                .SelectMany(server => ServerObjects.Of(server, context, users[server.Name])),
        ];
    }
}
