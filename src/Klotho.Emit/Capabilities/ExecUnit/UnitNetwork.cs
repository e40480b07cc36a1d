using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>
/// The unit's place in the application's network: it may open connections to exactly what it uses. Every rule names the group or
/// the prefix list at its other end, so none is wider than an edge of the graph.
/// </summary>
internal static class UnitNetwork
{
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const int Https = 443;

    public static IEnumerable<Resource> Resources(NodeLowering node, EquatableArray<NetworkPeer> peers, EquatableArray<NetworkService> services)
    {
        var group = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The unit {node.Id.Name}.")));
        return
        [
            group,
            .. services.Items.Any(service => !service.Gateway) ? ToEndpoints(node, group) : [],
            .. services.Items.Where(service => service.Gateway).Select(service => ToGateway(node, group, service)),
            .. peers.Items.SelectMany((peer, index) => ToPeer(node, group, peer, (index + 1).ToString(CultureInfo.InvariantCulture))),
        ];
    }

    /// <summary>The rules that let the unit call the services.</summary>
    public static IEnumerable<ResourceName> Rules(NodeLowering node, IEnumerable<NetworkService> services) => services
        .SelectMany(service => service.Gateway ? new[] { node.Name($"to-{service.Name}") } : [node.Name("to-services"), node.Name("into-services")])
        .Distinct()
        .Order();

    private static IEnumerable<Resource> ToEndpoints(NodeLowering node, Resource group)
    {
        yield return node.Resource("to-services", Egress, Rule(group.Output("id"), Https, "To the endpoints of AWS.", To(PrivateNetwork.EndpointAccess)));
        yield return node.Resource("into-services", Ingress, Rule(PrivateNetwork.EndpointAccess, Https, $"From the unit {node.Id.Name}.", To(group.Output("id"))));
    }

    /// <summary>An endpoint that is a route has no security group: the provider lists its addresses.</summary>
    private static Resource ToGateway(NodeLowering node, Resource group, NetworkService service) =>
        node.Resource($"to-{service.Name}", Egress, Rule(group.Output("id"), Https, $"To {service.Name}.",
            new("prefixListId", new InputValue.Reference(PrivateNetwork.EndpointName(service), "prefixListId"))));

    private static IEnumerable<Resource> ToPeer(NodeLowering node, Resource group, NetworkPeer peer, string number)
    {
        yield return node.Resource($"out-{number}", Egress, Rule(group.Output("id"), peer.Port, "What the unit uses.", To(peer.SecurityGroup)));
        yield return node.Resource($"in-{number}", Ingress, Rule(peer.SecurityGroup, peer.Port, $"From the unit {node.Id.Name}.", To(group.Output("id"))));
    }

    private static InputValue.Entry To(InputValue group) => new("referencedSecurityGroupId", group);

    private static InputValue.Map Rule(InputValue group, int port, string description, InputValue.Entry other) => InputValue.Map.Of(
        new("securityGroupId", group),
        new("description", description),
        other,
        new("ipProtocol", "tcp"),
        new("fromPort", port),
        new("toPort", port));
}
