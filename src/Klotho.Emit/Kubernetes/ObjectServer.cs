using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;
using Klotho.Planning.Costs;

namespace Klotho.Emit.Kubernetes;

/// <summary>MinIO, which speaks S3's protocol: four pods that spread each object over their volumes, so that two may fail.</summary>
internal static class ObjectServer
{
    /// <summary>What the AWS SDK reads; the region means nothing to the server, but the SDK wants one.</summary>
    public const string Credentials = "credentials";

    private const string Name = "cluster-objects";
    private const string User = "user";

    public static readonly ClusterServer Server = new(
        Name, "objects", FacilityCatalogue.ClusterObjects, "quay.io/minio/minio:RELEASE.2025-04-22T22-12-26Z", User: 1000, Replicas: 4, Port: 9000, OuterPort: 443, PeerPorts: new([9000]), Data: "/data")
    {
        Secret = ClusterServers.Secret(Name, new ClusterFile(User), CredentialsKey),
        UnitSecret = new(Name, new([CredentialsKey])),
        Files = Files,
        IsCluster = true,
        Container = new([ServerObjects.Probe(InputValue.Map.Of(new InputValue.Entry(
            "httpGet", InputValue.Map.Of(new("path", "/minio/health/live"), new("port", 9000)))))]),
    };

    private static ClusterFile CredentialsKey => new(Credentials, Template: $"[default]\naws_access_key_id = ${{{User}}}\naws_secret_access_key = ${{{ClusterServers.Password}}}\n");

    /// <summary>A bucket's name has three characters at least, and is the whole server's: it begins with the application's.</summary>
    public static string BucketOf(NodeLowering node) => $"{node.Context.Graph.App}-{node.Name()}";

    private static IEnumerable<InputValue.Entry> Files(LoweringContext context) =>
    [
        new("start.sh", $$"""
            #!/bin/sh
            # The first pod makes what is missing.
            set -eu
            MINIO_ROOT_USER=$(cat {{Server.Secret.Folder}}/{{User}})
            MINIO_ROOT_PASSWORD=$(cat {{Server.Secret.Folder}}/{{ClusterServers.Password}})
            export MINIO_ROOT_USER MINIO_ROOT_PASSWORD MC_CONFIG_DIR=/tmp/mc
            if [ "${HOSTNAME##*-}" = 0 ]; then
              (
                until mc --quiet alias set here http://127.0.0.1:9000 "$MINIO_ROOT_USER" "$MINIO_ROOT_PASSWORD"; do sleep 2; done
                for bucket in {{string.Join(' ', Buckets(context))}}; do
                  mc --quiet mb --ignore-existing "here/$bucket"
                  mc --quiet version enable "here/$bucket"
                done
              ) &
            fi
            exec minio server 'http://{{Name}}-{0...3}.{{Name}}-pods:9000/data'

            """.ReplaceLineEndings("\n")),
    ];

    private static IEnumerable<string> Buckets(LoweringContext context) => context.Hosted()
        .Select(hosted => hosted.Node)
        .Where(node => node.Decision.Facilities.Items.Contains(Server.Facility))
        .Select(BucketOf)
        .Order(StringComparer.Ordinal);
}
