using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>Who may connect to whom in the network, over all golden cases: the two ends of an edge, and the internet to gateways.</summary>
public sealed class NetworkRuleTests
{
    private const string Ingress = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
    private const string Egress = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
    private const string AllOnFargate = "defaults: {execution_units: {type: fargate}}\n";

    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Only_a_gateway_lets_in_addresses_and_nobody_lets_out_to_them(string name) => Check(EmitCase.RunWithPlan(name, null).Resources);

    [Theory]
    [InlineData("KeyValue")]
    [InlineData("Topic")]
    [InlineData("Network")]
    public void On_Fargate_too(string name) => Check(EmitCase.RunWithPlan(name, AllOnFargate).Resources);

    /// <summary>A way out that nobody lets in, or the other way round, would be a connection that never comes about.</summary>
    private static void Check(ResourceGraph graph)
    {
        var rules = graph.Resources.Items.Where(resource => resource.Type.Value is Ingress or Egress).ToList();
        Assert.All(rules.Where(rule => rule.Inputs.Find("cidrIpv4") is not null || rule.Inputs.Find("cidrIpv6") is not null), rule =>
        {
            Assert.Equal(Ingress, rule.Type.Value);
            Assert.True(rule.Owner.Kind.Name == "gateway" || IsWayToCluster(rule), $"{rule.Name} lets in addresses.");
        });
        Assert.Equal(Ends(rules, Egress, "securityGroupId", "referencedSecurityGroupId"), Ends(rules, Ingress, "referencedSecurityGroupId", "securityGroupId"));
    }

    /// <summary>The API of a cluster that answers in its network only, to those private addresses of whoever deploys that the stack names.</summary>
    private static bool IsWayToCluster(Resource rule) => rule.Name.Value == "cluster-access" && rule.Inputs.Find("cidrIpv4") is InputValue.Setting;

    private static IEnumerable<string> Ends(IEnumerable<Resource> rules, string type, string from, string to) => rules
        .Where(rule => rule.Type.Value == type && rule.Inputs.Find("referencedSecurityGroupId") is not null)
        .Select(rule => $"{Text(rule, from)} to {Text(rule, to)}:{Text(rule, "toPort")}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static string Text(Resource rule, string input) => rule.Inputs.Find(input) is { } value ? ValueText.Of(value) : "";
}
