using System.Globalization;
using Klotho.Analysis.Collections;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>The unit's place in the application's network: it may open connections to exactly what it uses.</summary>
internal static class UnitNetwork
{
    private const int Https = 443;

    public static IEnumerable<Resource> Resources(NodeLowering node, EquatableArray<NetworkPeer> peers)
    {
        var group = node.Resource("access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The unit {node.Id.Name}.")));
        yield return group;
        yield return node.Resource("to-services", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", Rule(group.Output("id"), Https,
            new("description", "The provider's services."),
            new("cidrIpv4", "0.0.0.0/0")),
            comment: "Outgoing HTTPS only; the network's routes lead to the provider's endpoints and nowhere else.");
        for (var index = 0; index < peers.Count; index++)
        {
            var peer = peers[index];
            var number = (index + 1).ToString(CultureInfo.InvariantCulture);
            yield return node.Resource($"out-{number}", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", Rule(group.Output("id"), peer.Port,
                new("description", "What the unit uses."),
                new("referencedSecurityGroupId", peer.SecurityGroup)));
            yield return node.Resource($"in-{number}", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Rule(peer.SecurityGroup, peer.Port,
                new("description", $"From the unit {node.Id.Name}."),
                new("referencedSecurityGroupId", group.Output("id"))));
        }
    }

    private static InputValue.Map Rule(InputValue group, int port, params IEnumerable<InputValue.Entry> who) =>
        InputValue.Map.Of(
        [
            new("securityGroupId", group),
            .. who,
            new("ipProtocol", "tcp"),
            new("fromPort", port),
            new("toPort", port),
        ]);
}
