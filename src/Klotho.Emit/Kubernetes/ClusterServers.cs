using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Kubernetes;

/// <summary>The one list of servers that a cluster may run: a new one is a file and a line here.</summary>
internal static class ClusterServers
{
    /// <summary>The key that holds the password of the units' user.</summary>
    public const string Password = "password";

    /// <summary>The units' user.</summary>
    public const string User = "app";

    public static readonly EquatableArray<ClusterServer> All = new([ClusterPostgresServer.Server, RedisServer.Server, RabbitServer.Server, ObjectServer.Server]);

    /// <summary>A secret with a password that units sign in with, and what only the server's own pods need to know.</summary>
    public static ClusterFiles Secret(string name, params IEnumerable<ClusterFile> others) => new(name, others.Prepend(new(Password)).ToEquatableArray());

    /// <summary>The secrets of the servers with these names: what their pods read where they run in the cluster, what is asked for elsewhere.</summary>
    public static IEnumerable<ClusterFiles> SecretsOf(LoweringContext context, IReadOnlySet<string> names) =>
        All.Items.Where(server => names.Contains(server.Name)).Select(server => context.Cluster.Runs(server.Facility) ? server.Secret : server.Asked);
}
