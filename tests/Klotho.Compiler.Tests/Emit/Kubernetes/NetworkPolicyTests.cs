using Klotho.Analysis.Graph;
using Klotho.Emit.Resources;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Emit.Kubernetes;

/// <summary>Network policies against the edges of the capability graph: who may connect to whom, no more and no less.</summary>
public sealed class NetworkPolicyTests
{
    private const string Label = "app.kubernetes.io/name";

    public static TheoryData<string> Cases => ClusterCases.All;

    [Theory]
    [MemberData(nameof(Cases))]
    public void Pods_may_connect_to_what_an_edge_leads_to(string name)
    {
        var (plan, resources) = ClusterCases.Run(name);
        var expected = Expected(plan).Distinct().Order(StringComparer.Ordinal).ToList();

        Assert.Equal(expected, Allowed(resources, "egress", "to", (own, other) => $"{own} → {other}"));
        Assert.Equal(expected.Where(edge => !edge.EndsWith("→ anywhere", StringComparison.Ordinal)), Allowed(resources, "ingress", "from", (own, other) => $"{other} → {own}"));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_pod_has_a_policy_for_both_directions(string name)
    {
        var resources = ClusterCases.Run(name).Resources.Resources.Items;
        var pods = resources.Where(resource => ClusterCases.Find(resource.Inputs, "containers").Any())
            .Select(resource => ClusterCases.Find(resource.Inputs, "template").SelectMany(template => ClusterCases.Find(template, Label)).SelectMany(ClusterCases.Texts).First());
        var policies = Policies(resources).ToList();

        Assert.Equal(pods.Order(StringComparer.Ordinal), policies.Select(policy => policy.Own).Order(StringComparer.Ordinal));
        Assert.All(policies, policy => Assert.Equal(["Ingress", "Egress"], ClusterCases.Find(policy.Spec, "policyTypes").SelectMany(ClusterCases.Texts)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whom_no_policy_names_is_closed(string name) => Assert.Equal(
        "{ podSelector: {  }, policyTypes: [Ingress, Egress] }",
        ValueText.Of(ClusterCases.Find(ClusterCases.Run(name).Resources.Resources.Items.Single(resource => resource.Name.Value == "cluster-closed").Inputs, "spec").Single()));

    /// <summary>What the graph's edges say, by the names of pods.</summary>
    private static IEnumerable<string> Expected(Plan plan)
    {
        foreach (var edge in plan.Graph.Edges.Items.Where(edge => edge.Kind is EdgeKind.Uses or EdgeKind.Publishes or EdgeKind.Delivers or EdgeKind.Calls && edge.From != edge.To))
        {
            var (unit, other) = edge.Kind == EdgeKind.Delivers ? (edge.To, edge.From) : (edge.From, edge.To);
            if (plan.For(unit)?.Type.Name == "kubernetes" && Target(plan, other) is { } target)
            {
                yield return $"{unit.Name} → {target}";
                foreach (var schedule in plan.Graph.To(unit).Where(edge => edge.Kind == EdgeKind.Triggers))
                {
                    yield return $"{schedule.From.Name} → {target}";
                }
            }
        }
    }

    private static string? Target(Plan plan, NodeId node) => (node.Kind.Name, plan.For(node)?.Type.Name) switch
    {
        ("exec_unit", _) => node.Name,
        (_, "postgres") => Server(plan, "cluster_postgres", "cluster-postgres"),
        ("redis_node", "redis") => Server(plan, "cluster_redis", "cluster-redis"),
        (_, "rabbitmq") => Server(plan, "cluster_broker", "cluster-rabbitmq"),
        (_, "s3_compatible") => Server(plan, "cluster_objects", "cluster-objects"),
        (_, "kubernetes_secret" or "config_map") => null,
        _ => "anywhere",
    };

    private static string Server(Plan plan, string facility, string name) => plan.Cluster.Runs(new(facility)) ? name : "anywhere";

    /// <summary>The pairs that policies allow, but for a server's own pods and the way in, which are no edges of the graph.</summary>
    private static IEnumerable<string> Allowed(ResourceGraph resources, string direction, string peers, Func<string, string, string> pair) =>
        Policies(resources.Resources.Items)
            .Where(policy => policy.Own != "cluster-entry")
            .SelectMany(policy => ClusterCases.Find(policy.Spec, direction).SelectMany(rules => ClusterCases.Find(rules, peers)).SelectMany(Peers)
                .Where(peer => peer != policy.Own && peer != "cluster-entry")
                .Select(peer => pair(policy.Own, peer)))
            .Distinct()
            .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Peers(InputValue peers) =>
        ClusterCases.Find(peers, Label).SelectMany(ClusterCases.Texts).Concat(ClusterCases.Find(peers, "cidr").SelectMany(ClusterCases.Texts).Where(block => block == "0.0.0.0/0").Select(_ => "anywhere"));

    /// <summary>The policies of single pods; the one for all of them allows nothing.</summary>
    private static IEnumerable<(string Own, InputValue Spec)> Policies(IEnumerable<Resource> resources) => resources
        .Where(resource => resource.Type.Value == "kubernetes:networking.k8s.io/v1:NetworkPolicy" && resource.Name.Value != "cluster-closed")
        .Select(resource => (ClusterCases.Find(resource.Inputs, "podSelector").SelectMany(ClusterCases.Texts).First(), ClusterCases.Find(resource.Inputs, "spec").First()));
}
