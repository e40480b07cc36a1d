using Klotho.Analysis.Graph;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.Persist.Blob;

/// <summary>A bucket of a server that speaks S3's protocol, in the cluster or elsewhere.</summary>
public sealed class S3CompatibleLowering : ClusterLowering
{
    public override CandidateType Candidate => new("s3_compatible");

    public override IEnumerable<Resource> Resources(NodeLowering node) => [];

    public override UnitAccess Access(NodeLowering node, CapabilityEdge edge)
    {
        var server = ObjectServer.Server;
        var context = node.Context;
        return new(
            Environment: new(
            [
                EnvironmentVariable.Binding("Persist", node.Id.Name, $"s3://{ObjectServer.BucketOf(node)}"),
                new("AWS_ENDPOINT_URL_S3", context.Cluster.Runs(server.Facility)
                    ? $"http://{server.Name}:{server.Port}"
                    : InputValue.Interpolation.Of("https://", server.Host(context))),
                new("AWS_REGION", "us-east-1"),
                new("AWS_SHARED_CREDENTIALS_FILE", $"{server.UnitSecret.Folder}/{ObjectServer.Credentials}"),
                new("Klotho__S3PathStyle", "true"),
            ]),
            InCluster: server.Peer(context),
            Files: new([server.UnitSecret]));
    }
}
