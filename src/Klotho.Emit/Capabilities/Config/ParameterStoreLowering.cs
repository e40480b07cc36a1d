using Klotho.Analysis.Capabilities.Config;
using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Config;

/// <summary>A parameter whose value each stack configures.</summary>
public sealed class ParameterStoreLowering : Lowering
{
    public override CandidateType Candidate => new("ssm");

    public override OperationActions Operations => ConfigActions.ParameterStore;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var secret = node.Node is ConfigNode { Secret: true };
        yield return node.Resource(null, "aws:ssm/parameter:Parameter", InputValue.Map.Of(
            new("description", $"Read by {node.Context.Graph.App} as {node.Id.Name}."),
            new("type", secret ? "SecureString" : "String"),
            new("tier", node.Text("tier")),
            new("value", new InputValue.Setting(node.Id.Name, $"The value of {node.Id.Name}.", Secret: secret))));
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => new(
        Environment: new([EnvironmentVariable.Binding("Config", node.Id.Name, InputValue.Interpolation.Of("ssm://", new InputValue.Reference(node.Name(), "name")))]),
        Statements: Operations.Statements(edge, _ => new InputValue.Reference(node.Name(), "arn")).ToEquatableArray(),
        Service: new("ssm"));
}
