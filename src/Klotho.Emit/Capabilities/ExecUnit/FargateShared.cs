using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Capabilities.ExecUnit;

/// <summary>What all units on Fargate need one of: the cluster, and where units call each other, private names and a token.</summary>
internal static class FargateShared
{
    // Ids hold no underscores, so this is no id's setting.
    private const string TokenSetting = "unit_token";

    private static readonly NodeId Id = new(new("shared"), "fargate");
    private static readonly InputValue.Reference Namespace = new(new("fargate-namespace"), "name");

    public static readonly InputValue.Reference Cluster = new(new("fargate-cluster"), "arn");
    public static readonly InputValue.Reference ClusterName = new(new("fargate-cluster"), "name");
    public static readonly InputValue.Reference NamespaceId = new(new("fargate-namespace"), "id");
    public static readonly InputValue.Reference Token = new(new("fargate-token"), "arn");

    /// <summary>What lets tasks of the cluster run on capacity that can be taken back.</summary>
    public static readonly ResourceName Capacity = new("fargate-capacity");

    /// <summary>Whether the unit's process sends or takes calls of other units, which carry the token.</summary>
    public static bool NeedsToken(NodeLowering node) => UnitCalls.IsCalled(node) || UnitCalls.Calls(node);

    /// <summary>Where other units call this one.</summary>
    public static InputValue.Interpolation Address(NodeLowering node) =>
        InputValue.Interpolation.Of($"http://{node.Id.Name}.", Namespace, $":{FargateLowering.Port}");

    public static IEnumerable<Resource> Resources(NodeLowering node)
    {
        yield return Resource("cluster", "aws:ecs/cluster:Cluster", InputValue.Map.Of(new InputValue.Entry("settings", InputValue.List.Of(
            InputValue.Map.Of(new("name", "containerInsights"), new("value", "enabled"))))));
        if (node.Truth("spot"))
        {
            yield return Resource("capacity", "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders", InputValue.Map.Of(
                new("clusterName", ClusterName),
                new("capacityProviders", InputValue.List.Of("FARGATE", "FARGATE_SPOT"))));
        }

        if (NeedsToken(node))
        {
            yield return Resource("namespace", "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace", InputValue.Map.Of(
                new("name", $"{node.Context.Graph.App}.local"),
                new("vpc", LoweringContext.Vpc)),
                "Names that only the network itself resolves: http://unit.app.local:8080.");
            yield return Resource("token", "aws:ssm/parameter:Parameter", InputValue.Map.Of(
                new("description", $"Calls between the units of {node.Context.Graph.App} carry this token."),
                new("type", "SecureString"),
                new("value", new InputValue.Setting(TokenSetting, "The token that calls between units carry: any long random text.", Secret: true))),
                $"Set it once: pulumi config set --secret {TokenSetting} $(openssl rand -hex 32)");
        }
    }

    private static Resource Resource(string part, string type, InputValue.Map inputs, string? comment = null) =>
        new(new($"fargate-{part}"), new(type), inputs, ResourceOptions.None, Id, part, comment);
}
