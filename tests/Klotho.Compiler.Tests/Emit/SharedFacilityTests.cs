using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;
using Klotho.Emit.Schema;
using Klotho.Planning.Costs;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What a plan prices as shared is what the emitted program creates: no more and no less.</summary>
public sealed class SharedFacilityTests
{
    private const string AllOnFargate = "defaults: {execution_units: {type: fargate}}\n";
    private const string AllInCluster = "requirements: {portability: kubernetes}\nkubernetes: {cluster: eks}\n";
    private const string UnitsInCluster = "defaults: {execution_units: {type: kubernetes}}\n";
    private const string AllPrivate = "requirements: {network: private}\n";

    // What a cluster that exists already brings along: counted where nobody says that it is paid for.
    private static readonly FacilityId[] OfCluster = [FacilityCatalogue.Cluster, FacilityCatalogue.ClusterEntry, FacilityCatalogue.Nat, FacilityCatalogue.Network];

    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_creates_what_its_plan_shares(string name) => Compare(EmitCase.RunWithPlan(name, null));

    [Theory]
    [InlineData("KeyValue", AllOnFargate)]
    [InlineData("Topic", AllOnFargate)]
    [InlineData("Network", AllOnFargate)]
    [InlineData("SecureParameter", AllOnFargate)]
    [InlineData("KeyValue", AllPrivate)]
    [InlineData("Topic", AllPrivate)]
    [InlineData("Network", AllPrivate)]
    [InlineData("Operations", AllPrivate)]
    [InlineData("StaticSite", AllPrivate)]
    [InlineData("SecureParameter", AllPrivate)]
    [InlineData("Bus", AllOnFargate + "pubsub: {order-paid: {type: eventbridge}}\n")]
    [InlineData("Bus", AllPrivate + "pubsub: {order-paid: {type: eventbridge}}\n")]
    [InlineData("InMemory", AllOnFargate + "persisted: {kv: {carts: {type: redis}}, redis_node: {prices: {type: memorydb}}}\n")]
    [InlineData("Aurora", AllPrivate + "persisted: {orm: {orders: {type: aurora_serverless}}}\n")]
    [InlineData("LoadBalancer", AllOnFargate + "exposed: {deck-api: {type: alb}}\n")]
    [InlineData("Topic", AllInCluster)]
    [InlineData("Network", AllInCluster)]
    [InlineData("Operations", AllInCluster)]
    [InlineData("StaticSite", AllInCluster)]
    [InlineData("Topic", UnitsInCluster)]
    [InlineData("Network", UnitsInCluster)]
    public void Another_plan_creates_what_it_shares(string name, string yaml) => Compare(EmitCase.RunWithPlan(name, yaml));

    [Theory]
    [InlineData("KeyValue", "kmsKeyArn")]
    [InlineData("Topic", "kmsMasterKeyId")]
    [InlineData("Network", "kmsKeyId")]
    [InlineData("SecureParameter", "keyId")]
    [InlineData("Bus", "kmsKeyIdentifier")]
    [InlineData("InMemory", "kmsKeyArn")]
    [InlineData("Aurora", "kmsKeyId")]
    public void A_key_of_ones_own_encrypts_and_units_may_use_it(string name, string input)
    {
        var (plan, resources) = EmitCase.RunWithPlan(name, "requirements: {compliance: {encryption: own_keys}}\n" + OwnYaml(name));
        var encrypted = resources.Resources.Items.Where(resource => Keys(resource).Any()).ToList();
        var stores = plan.Decisions.Items.Where(decision => decision.Facilities.Items.Contains(FacilityCatalogue.OwnKey)).Select(decision => decision.Node).ToList();

        Assert.NotEmpty(stores);
        Assert.All(stores, store => Assert.Contains(encrypted, resource => resource.Owner == store));
        Assert.Contains(encrypted.SelectMany(Keys), key => key.Name == input);
        Assert.Empty(ResourceGraphCheck.Problems(resources, ProviderSchema.Current));
    }

    private static IEnumerable<InputValue.Entry> Keys(Resource resource) => resource.Inputs.DescendantsAndSelf()
        .OfType<InputValue.Map>()
        .SelectMany(map => map.Entries.Items)
        .Where(entry => entry.Value is InputValue.Setting { Key: "own_key" });

    private static string OwnYaml(string name) => Golden.Has(EmitCase.Stage, name, "klotho.yaml") ? Golden.Read(EmitCase.Stage, name, "klotho.yaml") : "";

    private static void Compare((Plan Plan, ResourceGraph Resources) run) => Assert.Equal(
        run.Resources.Resources.Items.SelectMany(Facility).Distinct().Order(StringComparer.Ordinal),
        run.Plan.Shared.Items.Where(shared => !run.Plan.Cluster.Exists || !OfCluster.Contains(shared.Facility.Id)).Select(shared => shared.Facility.Id.Name.Replace('.', '-')).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Facility(Resource resource) => resource.Type.Value switch
    {
        "aws:ec2/vpc:Vpc" => ["network"],
        "aws:ec2/vpcEndpoint:VpcEndpoint" => [$"endpoint:{resource.Name.Value["network-".Length..]}"],
        "aws:ecs/cluster:Cluster" => ["fargate_cluster"],
        "aws:eks/cluster:Cluster" => ["cluster"],
        "aws:ec2/natGateway:NatGateway" => ["nat"],
        "kubernetes:apps/v1:StatefulSet" => [resource.Name.Value switch { "cluster-rabbitmq" => "cluster_broker", var server => server.Replace('-', '_') }],
        "kubernetes:core/v1:Service" when resource.Name.Value == "cluster-entry-service" => ["cluster_entry"],
        "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace" => ["unit_names"],
        "aws:lb/loadBalancer:LoadBalancer" when resource.Owner.Kind.Name == "exec_unit" => [$"load_balancer:{resource.Owner.Name}"],
        _ => [],
    };
}
