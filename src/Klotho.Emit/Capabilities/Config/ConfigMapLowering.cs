using Klotho.Analysis.Capabilities.Config;
using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Config;

/// <summary>A config map with the value that each stack configures; a secret value is a secret, which the operator makes.</summary>
public sealed class ConfigMapLowering : ClusterLowering
{
    private const string Key = "value";

    public override CandidateType Candidate => new("config_map");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        if (!IsSecret(node))
        {
            var map = ClusterObject.Of(node);
            yield return map.For(node, null, "kubernetes:core/v1:ConfigMap",
            [
                map.Metadata(),
                new("data", InputValue.Map.Of(new InputValue.Entry(Key, new InputValue.Setting(node.Id.Name, $"The value of {node.Id.Name}.")))),
            ]);
        }
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        if (IsSecret(node))
        {
            return AskedValue.Access(node, "Config");
        }

        var files = new ClusterFiles(node.Name().Value, new([new(Key)])) { IsConfigMap = true };
        return new(
            Environment: new([EnvironmentVariable.Binding("Config", node.Id.Name, files.FileOf(Key))]),
            Files: new([files]));
    }

    private static bool IsSecret(NodeLowering node) => node.Node is ConfigNode { Secret: true };
}
