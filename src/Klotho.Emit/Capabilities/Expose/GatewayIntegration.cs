using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>How an HTTP API hands requests to a unit: it invokes a function, or passes them through a link into the private network.</summary>
internal static class GatewayIntegration
{
    private const int Http = 80;

    /// <summary>The integrations with all units that handle routes.</summary>
    public static IEnumerable<Resource> Resources(NodeLowering node, Resource api, IEnumerable<NodeId> units)
    {
        var targets = units.Select(unit => (Unit: unit, Endpoint: node.Context.EndpointOf(unit))).ToList();
        return
        [
            .. targets.Any(target => target.Endpoint is Endpoint.Service) ? Link(node) : [],
            .. targets.SelectMany(target => target.Endpoint switch
            {
                Endpoint.Function function => Invoking(node, api, target.Unit, function),
                Endpoint.Service { Listener: { } listener, ListenerAccess: { } access } => Passing(node, api, target.Unit, listener, access),
                _ => throw new InvalidOperationException($"{node.Id} passes requests to {target.Unit}, but its host takes none."),
            }),
        ];
    }

    private static IEnumerable<Resource> Invoking(NodeLowering node, Resource api, NodeId unit, Endpoint.Function function)
    {
        yield return node.Resource($"to-{unit.Name}", "aws:apigatewayv2/integration:Integration", InputValue.Map.Of(
            new("apiId", api.Output("id")),
            new("integrationType", "AWS_PROXY"),
            new("integrationUri", function.InvokeArn),
            new("payloadFormatVersion", "2.0")));
        yield return node.Resource($"may-invoke-{unit.Name}", "aws:lambda/permission:Permission", InputValue.Map.Of(
        [
            new("action", "lambda:InvokeFunction"),
            new("function", function.Name),
            .. function.Qualifier is { } alias ? [new("qualifier", alias)] : Array.Empty<InputValue.Entry>(),
            new("principal", "apigateway.amazonaws.com"),
            new("sourceArn", InputValue.Interpolation.Of(api.Output("executionArn"), "/*/*")),
        ]));
    }

    private static IEnumerable<Resource> Passing(NodeLowering node, Resource api, NodeId unit, InputValue listener, InputValue access)
    {
        yield return node.Resource($"to-{unit.Name}", "aws:apigatewayv2/integration:Integration", InputValue.Map.Of(
            new("apiId", api.Output("id")),
            new("integrationType", "HTTP_PROXY"),
            new("integrationMethod", "ANY"),
            new("integrationUri", listener),
            new("connectionType", "VPC_LINK"),
            new("connectionId", new InputValue.Reference(node.Name("link"), "id")),
            new("payloadFormatVersion", "1.0")));
        yield return node.Resource($"out-to-{unit.Name}", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", Rule(
            LinkAccess(node), $"To the load balancer of the unit {unit.Name}.", access));
        yield return node.Resource($"in-to-{unit.Name}", "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", Rule(
            access, $"From the gateway {node.Id.Name}.", LinkAccess(node)));
    }

    private static IEnumerable<Resource> Link(NodeLowering node)
    {
        yield return node.Resource("link-access", "aws:ec2/securityGroup:SecurityGroup", InputValue.Map.Of(
            new("vpcId", LoweringContext.Vpc),
            new("description", $"The gateway {node.Id.Name}: it reaches the load balancers of its units and nothing else.")));
        yield return node.Resource("link", "aws:apigatewayv2/vpcLink:VpcLink", InputValue.Map.Of(
            new("subnetIds", LoweringContext.Subnets),
            new("securityGroupIds", InputValue.List.Of(LinkAccess(node)))),
            comment: "The way into the private network.");
    }

    private static InputValue.Reference LinkAccess(NodeLowering node) => new(node.Name("link-access"), "id");

    private static InputValue.Map Rule(InputValue group, string description, InputValue other) => InputValue.Map.Of(
        new("securityGroupId", group),
        new("description", description),
        new("referencedSecurityGroupId", other),
        new("ipProtocol", "tcp"),
        new("fromPort", Http),
        new("toPort", Http));
}
