using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Secret;

/// <summary>An encrypted parameter whose value each stack configures as a secret: <c>pulumi config set --secret</c>.</summary>
public sealed class SecureParameterLowering : Lowering
{
    public override CandidateType Candidate => new("ssm");

    public override OperationActions Operations => SecretActions.ParameterStore;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        // Named like the resource: an id may be that of a configuration value, too, which has a setting of its own.
        yield return node.Resource(null, "aws:ssm/parameter:Parameter", InputValue.Map.Of(
        [
            new("description", $"Read by {node.Context.Graph.App} as {node.Id.Name}."),
            new("type", "SecureString"),
            new("tier", node.Text("tier")),
            new("value", new InputValue.Setting(node.Name().Value, $"The secret {node.Id.Name}.", Secret: true)),
            .. OwnKey.Input(node, "keyId"),
        ]),
            comment: OwnKey.Of(node) is not null ? null : "Encrypted with the account's own key for parameters, which lets whoever may read the parameter decrypt it.");
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => new(
        Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of("ssm://", new InputValue.Reference(node.Name(), "name")))]),
        Statements: Operations.Statements(edge, _ => new InputValue.Reference(node.Name(), "arn")).ToEquatableArray(),
        Service: new("ssm"));
}
