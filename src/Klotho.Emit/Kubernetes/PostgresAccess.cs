using System.Globalization;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>How units use a database of the cluster's PostgreSQL, or of one that stands elsewhere.</summary>
internal static class PostgresAccess
{
    /// <param name="node">The store.</param>
    /// <param name="database">Its database.</param>
    /// <param name="options">What the binding says beside how to sign in, each with <c>&amp;</c> behind it.</param>
    public static UnitAccess Of(NodeLowering node, string database, string options = "")
    {
        var server = ClusterPostgresServer.Server;
        var context = node.Context;
        return new(
            Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of(
                $"postgres://{ClusterServers.User}@",
                server.Host(context),
                string.Create(CultureInfo.InvariantCulture, $":{server.PortFor(context)}/{database}?{options}{server.Options(context)}")))]),
            InCluster: server.Peer(context),
            Files: new([server.UnitSecret]));
    }
}
