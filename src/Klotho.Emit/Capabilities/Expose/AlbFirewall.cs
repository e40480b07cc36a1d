using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>AWS WAF before the load balancer.</summary>
internal static class AlbFirewall
{
    public static IEnumerable<Resource> Resources(NodeLowering node) => WebFirewall.Of(node) is not { } acl ? [] : WebFirewall.Resources(node, edge: false).Append(
        node.Resource("firewalled", "aws:wafv2/webAclAssociation:WebAclAssociation", InputValue.Map.Of(
            new("resourceArn", new InputValue.Reference(node.Name(), "arn")),
            new("webAclArn", acl))));
}
