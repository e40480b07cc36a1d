using System.Globalization;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>Routes from the internet to services of the cluster: an Ingress, or an HTTPRoute of the Gateway API.</summary>
internal static class WayIn
{
    // Ids hold no underscores, so these are no id's settings.
    private static readonly InputValue.Setting Gateway = new("gateway_name", "The name of the cluster's Gateway.", Default: "gateway");
    private static readonly InputValue.Setting GatewayNamespace = new("gateway_namespace", "The namespace of the cluster's Gateway.", Default: "gateway");
    private static readonly InputValue.Setting Issuer = new("cluster_issuer", "The issuer of cert-manager that makes certificates; without cert-manager, make the secret of the certificate yourself.", Default: "letsencrypt");

    /// <summary>The gateway's own domain name, or null where it answers any.</summary>
    public static string? DomainOf(NodeLowering gateway) => gateway.Text("domain") is { Length: > 0 } domain ? domain : null;

    public static bool UsesIngress(NodeLowering gateway) => gateway.Text("api") == "ingress";

    /// <param name="gateway">The gateway, which says by which interface, under which name and in which sizes.</param>
    /// <param name="node">What the routes lead to: the gateway itself, or a static unit that it exposes.</param>
    /// <param name="part">Its part of the node.</param>
    /// <param name="routes">What goes to which service.</param>
    public static Resource Resource(NodeLowering gateway, NodeLowering node, string? part, IReadOnlyList<ServiceRoute> routes) =>
        UsesIngress(gateway) ? Ingress(node, part, DomainOf(gateway), routes, Sizes(gateway)) : Route(gateway, node, part, routes);

    /// <summary>An Ingress, whatever its controller reads in <paramref name="annotations"/>.</summary>
    public static Resource Ingress(NodeLowering node, string? part, string? domain, IReadOnlyList<ServiceRoute> routes, params IEnumerable<InputValue.Entry> annotations)
    {
        var owner = ClusterObject.Of(node);
        var certificate = $"{owner.Name}-tls";
        return owner.For(node, part, "kubernetes:networking.k8s.io/v1:Ingress",
        [
            owner.Metadata("", [.. annotations, .. domain is null ? Array.Empty<InputValue.Entry>() : [new("cert-manager.io/cluster-issuer", Issuer)]]),
            new("spec", InputValue.Map.Of(
            [
                new("ingressClassName", ClusterEntry.Class(node.Context)),
                .. domain is null ? Array.Empty<InputValue.Entry>() :
                [
                    new("tls", InputValue.List.Of(InputValue.Map.Of(new("hosts", InputValue.List.Of(domain)), new("secretName", certificate)))),
                ],
                new("rules", InputValue.List.Of(InputValue.Map.Of(
                [
                    .. domain is null ? Array.Empty<InputValue.Entry>() : [new("host", domain)],
                    new("http", InputValue.Map.Of(new InputValue.Entry("paths", InputValue.List.Of(routes.Select(Path))))),
                ]))),
            ])),
        ], comment: domain is null ? "Without a domain name of its own it answers plain HTTP, under any name." : null);
    }

    /// <summary>What ingress-nginx and its like read; Traefik has no limits of its own.</summary>
    private static IEnumerable<InputValue.Entry> Sizes(NodeLowering node) =>
    [
        new("nginx.ingress.kubernetes.io/proxy-body-size", $"{Text(node.Whole("body_size"))}m"),
        new("nginx.ingress.kubernetes.io/proxy-read-timeout", Text(node.Whole("read_timeout"))),
    ];

    private static Resource Route(NodeLowering gateway, NodeLowering node, string? part, IReadOnlyList<ServiceRoute> routes)
    {
        var domain = DomainOf(gateway);
        var owner = ClusterObject.Of(node);
        return owner.For(node, part, "kubernetes:apiextensions.k8s.io:CustomResource",
        [
            new("apiVersion", "gateway.networking.k8s.io/v1"),
            new("kind", "HTTPRoute"),
            owner.Metadata(),
            new("spec", InputValue.Map.Of(
            [
                new("parentRefs", InputValue.List.Of(InputValue.Map.Of(new("name", Gateway), new("namespace", GatewayNamespace)))),
                .. domain is null ? Array.Empty<InputValue.Entry>() : [new("hostnames", InputValue.List.Of(domain))],
                new("rules", InputValue.List.Of(routes.Select(route => InputValue.Map.Of(
                    new("matches", InputValue.List.Of(InputValue.Map.Of(new InputValue.Entry("path", InputValue.Map.Of(
                        new("type", route.Open ? "PathPrefix" : "Exact"), new("value", route.Path)))))),
                    new("timeouts", InputValue.Map.Of(new InputValue.Entry("request", $"{Text(gateway.Whole("read_timeout"))}s"))),
                    new("backendRefs", InputValue.List.Of(InputValue.Map.Of(new("name", route.Service), new("port", ClusterParts.Port)))))))),
            ])),
        ]);
    }

    private static InputValue Path(ServiceRoute route) => InputValue.Map.Of(
        new("path", route.Path),
        new("pathType", route.Open ? "Prefix" : "Exact"),
        new("backend", InputValue.Map.Of(new InputValue.Entry("service", InputValue.Map.Of(
            new("name", route.Service),
            new("port", InputValue.Map.Of(new InputValue.Entry("number", ClusterParts.Port))))))));

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
