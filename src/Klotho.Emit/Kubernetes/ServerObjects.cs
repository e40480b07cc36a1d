using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>The objects of a server in the cluster: pods with names and volumes of their own, and who may reach them.</summary>
internal static class ServerObjects
{
    private const string VolumeSize = "20Gi";

    public static IEnumerable<Resource> Of(ClusterServer server, LoweringContext context, IEnumerable<string> users)
    {
        var owner = new ClusterObject(context.Graph.App, server.Name);
        var files = InputValue.Map.Of(server.Files(context));
        return
        [
            owner.Shared("files", "kubernetes:core/v1:ConfigMap", [owner.Metadata(), new("data", files)]),
            owner.Shared("account", "kubernetes:core/v1:ServiceAccount", [owner.Metadata(), new("automountServiceAccountToken", false)]),
            owner.Shared("service", "kubernetes:core/v1:Service", Service(owner, server)),
            owner.Shared("pods", "kubernetes:core/v1:Service", PodNames(owner, server)),
            owner.Shared("disruptions", "kubernetes:policy/v1:PodDisruptionBudget",
            [
                owner.Metadata(),
                new("spec", InputValue.Map.Of(new("maxUnavailable", 1), new("selector", Matching(owner)))),
            ]),
            owner.Shared("network", "kubernetes:networking.k8s.io/v1:NetworkPolicy", NetworkRules.Policy(
                owner,
                [
                    .. NetworkRules.From(users, server.Port),
                    .. NetworkRules.From([server.Name], server.PeerPorts.Items),
                ],
                [NetworkRules.ToNames(), .. server.PeerPorts.Items.Select(port => NetworkRules.To(new(server.Name, port)))])),
            owner.Shared("", "kubernetes:apps/v1:StatefulSet", Workload(owner, server, context, files), server.Data is null ? null : ResourceOptions.Stateful,
                server.Data is null ? null : "Its volumes stay when it goes."),
        ];
    }

    /// <summary>When a pod gets requests: when it answers on a port.</summary>
    public static InputValue.Entry Answers(int port) => Probe(InputValue.Map.Of(new InputValue.Entry("tcpSocket", InputValue.Map.Of(new InputValue.Entry("port", port)))));

    public static InputValue.Entry Probe(InputValue.Map how) => new("readinessProbe", InputValue.Map.Of(
        [.. how.Entries.Items, new("periodSeconds", 5), new("timeoutSeconds", 3), new("failureThreshold", 3)]));

    private static IEnumerable<InputValue.Entry> Service(ClusterObject owner, ClusterServer server) =>
    [
        owner.Metadata(),
        new("spec", InputValue.Map.Of(
            new("selector", server.IsCluster
                ? owner.Selector
                : InputValue.Map.Of([.. owner.Selector.Entries.Items, new("statefulset.kubernetes.io/pod-name", $"{server.Name}-0")])),
            new("ports", InputValue.List.Of(Port("main", server.Port))))),
    ];

    private static IEnumerable<InputValue.Entry> PodNames(ClusterObject owner, ClusterServer server) =>
    [
        owner.Metadata("-pods"),
        new("spec", InputValue.Map.Of(
            new("clusterIP", "None"),
            new("publishNotReadyAddresses", true),
            new("selector", owner.Selector),
            new("ports", InputValue.List.Of(server.PeerPorts.Items.Append(server.Port).Distinct().Order()
                .Select(port => Port(string.Create(CultureInfo.InvariantCulture, $"port-{port}"), port)))))),
    ];

    private static IEnumerable<InputValue.Entry> Workload(ClusterObject owner, ClusterServer server, LoweringContext context, InputValue.Map files) =>
    [
        owner.Metadata(),
        new("spec", InputValue.Map.Of(
        [
            new("serviceName", server.Pods),
            new("replicas", server.Replicas),
            new("podManagementPolicy", server.IsCluster ? "Parallel" : "OrderedReady"),
            new("persistentVolumeClaimRetentionPolicy", InputValue.Map.Of(new("whenDeleted", "Retain"), new("whenScaled", "Retain"))),
            new("selector", Matching(owner)),
            new("template", Pods.Template(owner, Shape(server, files))),
            .. server.Data is null ? [] : new InputValue.Entry[] { new("volumeClaimTemplates", InputValue.List.Of(Claim(context))) },
        ])),
    ];

    private static PodShape Shape(ClusterServer server, InputValue.Map files) => new(
        server.Image,
        server.User,
        new(
        [
            new("command", InputValue.List.Of("sh", "/etc/klotho/start.sh")),
            new("ports", InputValue.List.Of(InputValue.Map.Of(new("name", "main"), new("containerPort", server.Port), new("protocol", "TCP")))),
            .. server.Container.Items,
            new("resources", InputValue.Map.Of(
                new("requests", InputValue.Map.Of(new("cpu", "500m"), new("memory", "1Gi"))),
                new("limits", InputValue.Map.Of(new InputValue.Entry("memory", "1Gi"))))),
        ]),
        new(
        [
            .. server.Data is { } data ? [new PodVolume("data", data, null)] : Array.Empty<PodVolume>(),
            PodVolume.Files("files", "/etc/klotho", server.Name),
            PodVolume.Of(server.Secret),
            PodVolume.Scratch("tmp", "/tmp"),
            .. server.Scratch.Items,
        ]))
    {
        Annotations = new([Digest(files)]),
        StopSeconds = 120,
    };

    private static InputValue Claim(LoweringContext context) => InputValue.Map.Of(
        new("metadata", InputValue.Map.Of(new InputValue.Entry("name", "data"))),
        new("spec", InputValue.Map.Of(
        [
            new("accessModes", InputValue.List.Of("ReadWriteOnce")),
            .. context.Cluster.Exists ? Array.Empty<InputValue.Entry>() : [new("storageClassName", EksAddons.StorageClass)],
            new("resources", InputValue.Map.Of(new InputValue.Entry("requests", InputValue.Map.Of(new InputValue.Entry("storage", VolumeSize))))),
        ])));

    private static InputValue.Map Matching(ClusterObject owner) => InputValue.Map.Of(new InputValue.Entry("matchLabels", owner.Selector));

    private static InputValue Port(string name, int port) =>
        InputValue.Map.Of(new("name", name), new("port", port), new("targetPort", port), new("protocol", "TCP"));

    /// <summary>What makes pods new when files change that they read once, when they start.</summary>
    public static InputValue.Entry Digest(InputValue.Map files) => new("klotho/files", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(ValueText.Of(files))))[..16]);
}
