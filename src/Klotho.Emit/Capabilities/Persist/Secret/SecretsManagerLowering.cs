using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Secret;

/// <summary>A secret without a value: the operator sets it, so that it is in no program, state or log.</summary>
public sealed class SecretsManagerLowering : Lowering
{
    public override CandidateType Candidate => new("secrets_manager");

    public override OperationActions Operations => SecretActions.SecretsManager;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        yield return node.Resource(null, "aws:secretsmanager/secret:Secret", InputValue.Map.Of(
        [
            new("description", $"Read by {node.Context.Graph.App} as {node.Id.Name}."),
            new("recoveryWindowInDays", node.Whole("recovery_window_days")),
            .. OwnKey.Input(node, "kmsKeyId"),
        ]), ResourceOptions.Stateful,
            "Its value is set outside of this program: aws secretsmanager put-secret-value.");
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        var arn = new InputValue.Reference(node.Name(), "arn");
        return new(
            Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of("secretsmanager://", arn))]),
            Statements: Operations.Statements(edge, _ => arn).ToEquatableArray(),
            Service: new("secretsmanager"));
    }

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) =>
        [new($"{node.Name()}-secret", new InputValue.Reference(node.Name(), "arn"), $"The secret {node.Id.Name}; set its value with aws secretsmanager put-secret-value.")];
}
