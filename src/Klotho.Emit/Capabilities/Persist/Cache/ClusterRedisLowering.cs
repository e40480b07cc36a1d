using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Cache;

/// <summary>A cache in the cluster's Redis, or in one that stands elsewhere.</summary>
public sealed class ClusterRedisLowering : ClusterLowering
{
    public override CandidateType Candidate => new("redis");

    public override IEnumerable<Resource> Resources(NodeLowering node) => [];

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        var server = RedisServer.Server;
        var context = node.Context;
        var scheme = context.Cluster.Runs(server.Facility) ? "redis" : "rediss";
        return new(
            Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of(
                $"{scheme}://",
                server.Host(context),
                string.Create(CultureInfo.InvariantCulture, $":{server.PortFor(context)}?{Prefix(node)}password={server.UnitSecret.FileOf(ClusterServers.Password)}")))]),
            InCluster: server.Peer(context),
            Files: new([server.UnitSecret]));
    }

    /// <summary>Caches that share a server keep their keys apart.</summary>
    private static string Prefix(NodeLowering node) =>
        node.Context.Hosted().Count(hosted => hosted.Lowering is ClusterRedisLowering) > 1 ? $"prefix={node.Name()}&" : "";
}
