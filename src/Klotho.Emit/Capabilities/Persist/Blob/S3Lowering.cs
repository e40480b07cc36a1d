using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Blob;

/// <summary>A private bucket, one object per file.</summary>
public sealed class S3Lowering : Lowering
{
    public override CandidateType Candidate => new("s3");

    public override OperationActions Operations => BlobActions.S3;

    public override IEnumerable<Resource> Resources(NodeLowering node) =>
        S3Bucket.Private(node, node.Truth("versioning"), node.Truth("force_destroy"), ResourceOptions.Stateful)
            .Append(S3Bucket.Lifecycle(node))
            .Append(S3Bucket.Policy(node));

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge) => new(
        Environment: new([EnvironmentVariable.Binding("Persist", node.Id.Name, InputValue.Interpolation.Of("s3://", new InputValue.Reference(node.Name(), "bucket")))]),
        Statements: Operations.Statements(edge, part => part == BlobActions.Objects ? S3Bucket.Objects(node) : new InputValue.Reference(node.Name(), "arn")).ToEquatableArray(),
        Service: new("s3", Gateway: true));
}
