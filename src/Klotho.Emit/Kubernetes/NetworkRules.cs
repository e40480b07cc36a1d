using Klotho.Analysis.Graph;
using Klotho.Emit.Capabilities;
using Klotho.Emit.Resources;

namespace Klotho.Emit.Kubernetes;

/// <summary>Network policies: from exactly those and to exactly those that an edge of the capability graph names.</summary>
internal static class NetworkRules
{
    private const int Dns = 53;

    /// <summary>Everybody, but what a machine tells about itself only to itself: credentials of the node above all.</summary>
    private static readonly InputValue.Map Anywhere = Address("0.0.0.0/0", "169.254.0.0/16");

    public static IEnumerable<InputValue.Entry> Policy(ClusterObject owner, IEnumerable<InputValue> from, IEnumerable<InputValue> to) =>
    [
        owner.Metadata(),
        new("spec", InputValue.Map.Of(
        [
            new("podSelector", InputValue.Map.Of(new InputValue.Entry("matchLabels", owner.Selector))),
            new("policyTypes", InputValue.List.Of("Ingress", "Egress")),
            .. Rules("ingress", from),
            .. Rules("egress", to),
        ])),
    ];

    /// <summary>A direction without rules is closed: its name among the types is enough.</summary>
    private static IEnumerable<InputValue.Entry> Rules(string direction, IEnumerable<InputValue> rules)
    {
        var list = InputValue.List.Of(rules);
        return list.Items.Count == 0 ? [] : [new(direction, list)];
    }

    /// <summary>From the pods of the namespace with one of these names.</summary>
    public static IEnumerable<InputValue> From(IEnumerable<string> apps, params IEnumerable<int> ports)
    {
        var peers = apps.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(PodsOf).ToList();
        return peers.Count == 0 ? [] : [Rule("from", peers, ports)];
    }

    /// <summary>From everything in a namespace.</summary>
    public static InputValue FromNamespace(InputValue name, int port) => Rule("from", [NamespaceOf(name)], [port]);

    /// <summary>From whoever the load balancer lets through.</summary>
    public static InputValue FromAnywhere(params IEnumerable<int> ports) => Rule("from", [Address("0.0.0.0/0", null)], ports);

    /// <summary>To what has a name or an address that only the outside knows.</summary>
    public static InputValue ToAnywhere(int port) => Rule("to", [Anywhere], [port]);

    public static InputValue ToAddress(string block, int port) => Rule("to", [Address(block, null)], [port]);

    public static InputValue To(ClusterPeer peer) => peer.App is { } app ? Rule("to", [PodsOf(app)], [peer.Port]) : ToAnywhere(peer.Port);

    /// <summary>To whatever pod of the application answers there.</summary>
    public static InputValue ToPods(AppName app, int port) => Rule("to", [InputValue.Map.Of(new InputValue.Entry(
        "podSelector", InputValue.Map.Of(new InputValue.Entry("matchLabels", InputValue.Map.Of(new InputValue.Entry(ClusterObject.AppLabel, app.Value))))))], [port]);

    /// <summary>Names are looked up where every cluster keeps them.</summary>
    public static InputValue ToNames() => InputValue.Map.Of(
        new("to", InputValue.List.Of(NamespaceOf("kube-system"))),
        new("ports", InputValue.List.Of(Port("UDP", Dns), Port("TCP", Dns))));

    private static InputValue.Map Rule(string direction, IEnumerable<InputValue> peers, IEnumerable<int> ports) => InputValue.Map.Of(
        new(direction, InputValue.List.Of(peers)),
        new("ports", InputValue.List.Of(ports.Distinct().Order().Select(port => Port("TCP", port)))));

    private static InputValue PodsOf(string app) => InputValue.Map.Of(new InputValue.Entry(
        "podSelector", InputValue.Map.Of(new InputValue.Entry("matchLabels", InputValue.Map.Of(new InputValue.Entry(ClusterObject.NameLabel, app))))));

    private static InputValue NamespaceOf(InputValue name) => InputValue.Map.Of(new InputValue.Entry(
        "namespaceSelector", InputValue.Map.Of(new InputValue.Entry("matchLabels", InputValue.Map.Of(new InputValue.Entry("kubernetes.io/metadata.name", name))))));

    private static InputValue.Map Address(string block, string? except) => InputValue.Map.Of(new InputValue.Entry("ipBlock", InputValue.Map.Of(
    [
        new("cidr", block),
        .. except is null ? Array.Empty<InputValue.Entry>() : [new("except", InputValue.List.Of(except))],
    ])));

    private static InputValue.Map Port(string protocol, int port) => InputValue.Map.Of(new("protocol", protocol), new("port", port));
}
