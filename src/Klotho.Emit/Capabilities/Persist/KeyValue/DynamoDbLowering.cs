using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.KeyValue;

/// <summary>A table with the partition in <c>pk</c> and the whole key in <c>sk</c>, so that a prefix is one query.</summary>
public sealed class DynamoDbLowering : Lowering
{
    public override CandidateType Candidate => new("dynamodb");

    public override OperationActions Operations => KeyValueActions.DynamoDb;

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        yield return node.Resource(null, "aws:dynamodb/table:Table", InputValue.Map.Of(
        [
            new("attributes", InputValue.List.Of(TextAttribute("pk"), TextAttribute("sk"))),
            new("hashKey", "pk"),
            new("rangeKey", "sk"),
            new("billingMode", "PAY_PER_REQUEST"),
            .. TimeToLive(node),
            new("pointInTimeRecovery", InputValue.Map.Of(new InputValue.Entry("enabled", node.Truth("point_in_time_recovery")))),
            new("serverSideEncryption", InputValue.Map.Of([new("enabled", true), .. OwnKey.Input(node, "kmsKeyArn")])),
            new("deletionProtectionEnabled", node.Truth("deletion_protection")),
        ]), ResourceOptions.Stateful);
    }

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        var table = new InputValue.Reference(node.Name(), "arn");
        return new(
            Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of("dynamodb://", new InputValue.Reference(node.Name(), "name")))]),
            Statements: Operations.Statements(edge, _ => table).ToEquatableArray(),
            Service: new("dynamodb", Gateway: true));
    }

    /// <summary>Where items end, DynamoDB removes them: for nothing, within days.</summary>
    private static IEnumerable<InputValue.Entry> TimeToLive(NodeLowering node) =>
        node.Context.Graph.Edges.Items.Any(edge => edge.To == node.Id && edge.Operations.Items.Any(operation => operation.Name == KeyValueActions.Expiring))
            ? [new("ttl", InputValue.Map.Of(new("attributeName", "expires"), new("enabled", true)))]
            : [];

    private static InputValue.Map TextAttribute(string name) => InputValue.Map.Of(new("name", name), new("type", "S"));
}
