using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>
/// The way in from the internet: in a cluster of the program's own an ingress controller (Traefik) behind a network load balancer, in an
/// existing one the controller that is there.
/// </summary>
internal static class ClusterEntry
{
    private const string Name = "cluster-entry";
    private const string Controller = "traefik.io/ingress-controller";
    private const int Http = 8000;
    private const int Https = 8443;
    private const int Health = 8080;

    // Ids hold no underscores, so these are no id's settings.
    private static readonly InputValue.Setting ExistingClass = new("ingress_class", "The class of the existing cluster's ingress controller.", Default: "traefik");
    private static readonly InputValue.Setting ExistingNamespace = new("ingress_namespace", "The namespace that the ingress controller or gateway runs in.", Default: "traefik");

    /// <summary>The class that routes name.</summary>
    public static InputValue Class(LoweringContext context) => IsOwn(context) ? ClassName(context) : ExistingClass;

    /// <summary>Where requests come from, for network policies.</summary>
    public static InputValue From(LoweringContext context) => IsOwn(context)
        ? NetworkRules.From([Name], ClusterParts.Port).First()
        : NetworkRules.FromNamespace(ExistingNamespace, ClusterParts.Port);

    public static IEnumerable<StackOutput> Outputs(LoweringContext context, string gateway) => !IsOwn(context) ? [] :
    [
        new($"{gateway}-target", new InputValue.Reference(new($"{Name}-service"), "status.loadBalancer.ingress[0].hostname"), "The load balancer's name: what the gateway's domain name must be an alias or a CNAME of."),
    ];

    public static IEnumerable<Resource> Resources(LoweringContext context)
    {
        var owner = new ClusterObject(context.Graph.App, Name);
        return
        [
            owner.Shared("account", "kubernetes:core/v1:ServiceAccount", [owner.Metadata(), new("automountServiceAccountToken", false)]),
            .. Permissions(owner, context),
            ClusterParts.Shared($"{Name}-class", "kubernetes:networking.k8s.io/v1:IngressClass", InputValue.Map.Of(
                new("metadata", InputValue.Map.Of(new InputValue.Entry("name", ClassName(context)))),
                new("spec", InputValue.Map.Of(new InputValue.Entry("controller", Controller)))),
                new(Provider: ClusterParts.Provider)),
            owner.Shared("", "kubernetes:apps/v1:Deployment",
            [
                owner.Metadata(),
                new("spec", InputValue.Map.Of(
                    new("replicas", 2),
                    new("selector", InputValue.Map.Of(new InputValue.Entry("matchLabels", owner.Selector))),
                    new("template", Pods.Template(owner, Shape(context))))),
            ]),
            owner.Shared("disruptions", "kubernetes:policy/v1:PodDisruptionBudget",
            [
                owner.Metadata(),
                new("spec", InputValue.Map.Of(new("maxUnavailable", 1), new("selector", InputValue.Map.Of(new InputValue.Entry("matchLabels", owner.Selector))))),
            ]),
            owner.Shared("network", "kubernetes:networking.k8s.io/v1:NetworkPolicy", NetworkRules.Policy(
                owner, [NetworkRules.FromAnywhere(Http, Https)], [NetworkRules.ToNames(), NetworkRules.ToAnywhere(443), NetworkRules.ToPods(context.Graph.App, ClusterParts.Port)])),
            owner.Shared("service", "kubernetes:core/v1:Service",
            [
                owner.Metadata(
                    "",
                    new("service.beta.kubernetes.io/aws-load-balancer-type", "nlb"),
                    new("service.beta.kubernetes.io/aws-load-balancer-subnets", InputValue.Interpolation.Of(PublicSubnets.Ids.Items.Items
                        .SelectMany((subnet, index) => index == 0 ? new[] { subnet } : [",", subnet])))),
                new("spec", InputValue.Map.Of(
                    new("type", "LoadBalancer"),
                    new("externalTrafficPolicy", "Local"),
                    new("selector", owner.Selector),
                    new("ports", InputValue.List.Of(Port("http", 80), Port("https", 443))))),
            ]),
        ];
    }

    private static bool IsOwn(LoweringContext context) => !context.Cluster.Exists;

    private static string ClassName(LoweringContext context) => $"{context.Graph.App}-entry";

    private static InputValue Port(string name, int port) => InputValue.Map.Of(new("name", name), new("port", port), new("targetPort", name), new("protocol", "TCP"));

    private static IEnumerable<Resource> Permissions(ClusterObject owner, LoweringContext context)
    {
        var subject = InputValue.List.Of(InputValue.Map.Of(new("kind", "ServiceAccount"), new("name", Name), new("namespace", ClusterParts.Namespace)));
        var wide = new InputValue.Entry("metadata", InputValue.Map.Of(new("name", ClassName(context)), new("labels", owner.Labels)));
        yield return owner.Shared("role", "kubernetes:rbac.authorization.k8s.io/v1:Role",
        [
            owner.Metadata(),
            new("rules", InputValue.List.Of(
                Rule("", ["secrets", "services"], "get", "list", "watch"),
                Rule("discovery.k8s.io", ["endpointslices"], "get", "list", "watch"),
                Rule("networking.k8s.io", ["ingresses"], "get", "list", "watch"),
                Rule("networking.k8s.io", ["ingresses/status"], "update"))),
        ], comment: "It reads the secrets of the namespace, because certificates are secrets.");
        yield return owner.Shared("role-binding", "kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", [owner.Metadata(), Role("Role", Name), new("subjects", subject)]);
        yield return owner.Shared("cluster-role", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRole",
        [
            wide,
            new("rules", InputValue.List.Of(
                Rule("", ["nodes"], "get", "list", "watch"),
                Rule("networking.k8s.io", ["ingressclasses"], "get", "list", "watch"))),
        ]);
        yield return owner.Shared("cluster-role-binding", "kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", [wide, Role("ClusterRole", ClassName(context)), new("subjects", subject)]);
    }

    private static InputValue.Entry Role(string kind, string name) => new("roleRef", InputValue.Map.Of(new("apiGroup", "rbac.authorization.k8s.io"), new("kind", kind), new("name", name)));

    private static InputValue Rule(string group, IEnumerable<string> resources, params IEnumerable<string> verbs) => InputValue.Map.Of(
        new("apiGroups", InputValue.List.Of(group)), new("resources", Texts(resources)), new("verbs", Texts(verbs)));

    private static InputValue.List Texts(IEnumerable<string> texts) => InputValue.List.Of(texts.Select(InputValue (text) => text));

    private static PodShape Shape(LoweringContext context) => new(
        "traefik:v3.5",
        User: 65532,
        Container: new(
        [
            new("args", Texts(
            [
                $"--entrypoints.web.address=:{Http}",
                $"--entrypoints.websecure.address=:{Https}",
                "--entrypoints.websecure.http.tls=true",
                "--ping=true",
                "--providers.kubernetesingress=true",
                $"--providers.kubernetesingress.ingressclass={ClassName(context)}",
                "--providers.kubernetesingress.namespaces=$(POD_NAMESPACE)",
                "--accesslog=true",
                "--accesslog.format=json",
                "--global.checknewversion=false",
                "--global.sendanonymoususage=false",
            ])),
            new("env", InputValue.List.Of(InputValue.Map.Of(new("name", "POD_NAMESPACE"), new("valueFrom", InputValue.Map.Of(new InputValue.Entry(
                "fieldRef", InputValue.Map.Of(new InputValue.Entry("fieldPath", "metadata.namespace")))))))),
            new("ports", InputValue.List.Of(
                InputValue.Map.Of(new("name", "http"), new("containerPort", Http), new("protocol", "TCP")),
                InputValue.Map.Of(new("name", "https"), new("containerPort", Https), new("protocol", "TCP")))),
            ServerObjects.Probe(InputValue.Map.Of(new InputValue.Entry("httpGet", InputValue.Map.Of(new("path", "/ping"), new("port", Health))))),
            new("resources", InputValue.Map.Of(
                new("requests", InputValue.Map.Of(new("cpu", "100m"), new("memory", "128Mi"))),
                new("limits", InputValue.Map.Of(new InputValue.Entry("memory", "256Mi"))))),
        ]),
        Volumes: new([PodVolume.Scratch("tmp", "/tmp")]))
    {
        ReadsCluster = true,
    };
}
