using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities.ExecUnit;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.Expose;

/// <summary>What the load balancer sends to: one target group a unit. A function is attached here, tasks register themselves.</summary>
internal static class AlbTargets
{
    private static string Part(NodeId unit) => $"to-{unit.Name}";

    public static ResourceName Name(NodeLowering node, NodeId unit) => node.Name(Part(unit));

    public static IEnumerable<Resource> Resources(NodeLowering node, NodeId unit) => node.Context.EndpointOf(unit) switch
    {
        Endpoint.Function function => Function(node, unit, function),
        Endpoint.Service => [node.Resource(Part(unit), "aws:lb/targetGroup:TargetGroup", FargateBalancer.TargetInputs(unit))],
        _ => throw new InvalidOperationException($"{node.Id} sends requests to {unit}, but its host takes none."),
    };

    private static IEnumerable<Resource> Function(NodeLowering node, NodeId unit, Endpoint.Function function)
    {
        var targets = node.Resource(Part(unit), "aws:lb/targetGroup:TargetGroup", InputValue.Map.Of(
            new("namePrefix", FargateBalancer.Prefix(unit)),
            new("targetType", "lambda"),
            new("lambdaMultiValueHeadersEnabled", true)),
            comment: "Headers and cookies that come more than once reach the function whole. Requests and answers are 1 MB at most.");
        var permission = node.Resource($"may-invoke-{unit.Name}", "aws:lambda/permission:Permission", InputValue.Map.Of(
        [
            new("action", "lambda:InvokeFunction"),
            new("function", function.Name),
            .. function.Qualifier is { } alias ? [new("qualifier", alias)] : Array.Empty<InputValue.Entry>(),
            new("principal", "elasticloadbalancing.amazonaws.com"),
            new("sourceArn", targets.Output("arn")),
        ]));
        yield return targets;
        yield return permission;
        yield return node.Resource($"attach-{unit.Name}", "aws:lb/targetGroupAttachment:TargetGroupAttachment", InputValue.Map.Of(
            new("targetGroupArn", targets.Output("arn")),
            new("targetId", function.Arn)), new(DependsOn: new([permission.Name])));
    }
}
