using Klotho.Analysis.Capabilities.StaticUnit;
using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities.ExecUnit;
using Klotho.Emit.Containers;
using Klotho.Emit.Kubernetes;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Emit.Capabilities.StaticUnit;

/// <summary>
/// Pods of a web server with the files in their image. The gateway that exposes the static unit answers its own paths under the same
/// domain name, so that the page calls its API without CORS.
/// </summary>
public sealed class WebServerLowering : ClusterLowering
{
    public override CandidateType Candidate => new("web_server");

    public override SiteImage Site(NodeLowering node) => node.Node is StaticUnitNode site
        ? new(node.Id.Name, site.Folder) { BuildCommand = site.BuildCommand, BuildDirectory = site.BuildDirectory ?? "." }
        : throw new InvalidOperationException($"{node.Id} is no static unit.");

    public override IEnumerable<Resource> Resources(NodeLowering node)
    {
        var site = ClusterObject.Of(node);
        var settings = InputValue.Map.Of(new InputValue.Entry("default.conf", WebServerFiles.Settings((node.Node as StaticUnitNode)?.IndexDocument)));
        var selector = InputValue.Map.Of(new InputValue.Entry("matchLabels", site.Selector));
        return
        [
            .. KubernetesImage.Resources(node, Site(node).Stage, "linux/amd64", "linux/arm64"),
            site.For(node, "account", "kubernetes:core/v1:ServiceAccount", [site.Metadata(), new("automountServiceAccountToken", false)]),
            site.For(node, "settings", "kubernetes:core/v1:ConfigMap", [site.Metadata(), new("data", settings)]),
            site.For(node, null, "kubernetes:apps/v1:Deployment",
            [
                site.Metadata(),
                new("spec", InputValue.Map.Of(
                    new("replicas", node.Whole("replicas")),
                    new("selector", selector),
                    new("template", Pods.Template(site, Shape(node, site, settings))))),
            ]),
            site.For(node, "disruptions", "kubernetes:policy/v1:PodDisruptionBudget", [site.Metadata(), new("spec", InputValue.Map.Of(new("maxUnavailable", 1), new("selector", selector)))]),
            site.For(node, "service", "kubernetes:core/v1:Service",
            [
                site.Metadata(),
                new("spec", InputValue.Map.Of(
                    new("selector", site.Selector),
                    new("ports", InputValue.List.Of(InputValue.Map.Of(
                        new("name", "http"), new("port", ClusterParts.Port), new("targetPort", "http"), new("protocol", "TCP")))))),
            ]),
            site.For(node, "network", "kubernetes:networking.k8s.io/v1:NetworkPolicy", NetworkRules.Policy(site, [ClusterEntry.From(node.Context)], [])),
            Gateway(node) is { } gateway
                ? WayIn.Resource(gateway, node, "ingress", [new("/", true, site.Name)])
                : WayIn.Ingress(node, "ingress", null, [new("/", true, site.Name)]),
        ];
    }

    public override IEnumerable<StackOutput> Outputs(NodeLowering node) => Gateway(node) is { } gateway && WayIn.DomainOf(gateway) is { } domain
        ? [new($"{node.Name()}-url", $"https://{domain}", "The web page's address.")]
        : [];

    private static PodShape Shape(NodeLowering node, ClusterObject site, InputValue.Map settings) => new(
        new InputValue.Reference(node.Name("image"), "ref"),
        User: 101,
        Container: new(
        [
            new("ports", InputValue.List.Of(InputValue.Map.Of(new("name", "http"), new("containerPort", ClusterParts.Port), new("protocol", "TCP")))),
            ServerObjects.Probe(InputValue.Map.Of(new InputValue.Entry("httpGet", InputValue.Map.Of(new("path", HealthCheck.Path), new("port", "http"))))),
            new("resources", InputValue.Map.Of(
                new("requests", InputValue.Map.Of(new("cpu", "100m"), new("memory", "64Mi"))),
                new("limits", InputValue.Map.Of(new InputValue.Entry("memory", "128Mi"))))),
        ]),
        Volumes: new([PodVolume.Files("settings", "/etc/nginx/conf.d", site.Name), PodVolume.Scratch("tmp", "/tmp")]))
    {
        Annotations = new([ServerObjects.Digest(settings)]),
    };

    /// <summary>The gateway that exposes it; planning puts it into the cluster too.</summary>
    private static NodeLowering? Gateway(NodeLowering node)
    {
        var gateways = node.Context.Graph.To(node.Id).Where(edge => edge.Kind == EdgeKind.Exposes).Select(edge => edge.From).ToList();
        return node.Context.Hosted().Select(hosted => hosted.Node).FirstOrDefault(hosted => gateways.Contains(hosted.Id));
    }
}
