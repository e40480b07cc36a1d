using System.Globalization;
using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.PubSub;

/// <summary>An exchange that copies each message to a quorum queue per subscribing unit; the broker makes them when it starts.</summary>
public sealed class RabbitMqLowering : ClusterLowering
{
    public override CandidateType Candidate => new("rabbitmq");

    public override IEnumerable<Resource> Resources(NodeLowering node) => [];

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        var server = RabbitServer.Server;
        var context = node.Context;
        var delivers = edge.Kind == EdgeKind.Delivers;
        var (section, name) = delivers
            ? ("Subscriptions", RabbitDefinitions.Queue(node, edge.To))
            : ("PubSub", RabbitDefinitions.Exchange(node));
        var binding = EnvironmentVariable.Binding(section, node.Id.Name, InputValue.Interpolation.Of(
            $"amqp://{ClusterServers.User}@",
            server.Host(context),
            string.Create(CultureInfo.InvariantCulture, $":{server.PortFor(context)}/{name}?{server.Options(context)}")));
        return new(
            Environment: new(delivers ? [binding, SubscriberQueues.Attempts(node)] : [binding]),
            InCluster: server.Peer(context),
            Files: new([server.UnitSecret]));
    }
}
