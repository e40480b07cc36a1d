using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>The bucket for payloads that are too large for a message: where it is asked for, and nowhere else, with what each side needs of it.</summary>
public sealed class ClaimEmissionTests
{
    private const string Bus = "pubsub: {report-made: {type: eventbridge, infra_params: {claims: true, retention_days: 2, dead_letter_retention_days: 3}}}\n";

    [Theory]
    [InlineData("")]
    [InlineData("requirements: {pubsub: {report-made: {traffic: {payload: 256 KiB}}}}\n")]
    public void Without_large_payloads_there_is_none(string yaml)
    {
        var text = ResourceText.Of(EmitCase.RunWithPlan("Claims", yaml).Resources, []);

        Assert.DoesNotContain("claims", text, StringComparison.Ordinal);
        Assert.DoesNotContain("s3:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_directive_that_refuses_it_is_kept_although_the_payload_is_too_large()
    {
        var (plan, resources) = EmitCase.RunWithPlan(
            "Claims", "pubsub: {report-made: {type: rabbitmq}}\ndefaults: {execution_units: {type: kubernetes}}\nrequirements: {pubsub: {report-made: {traffic: {payload: 2 MiB}}}}\n");

        Assert.Equal("rabbitmq", plan.Decisions.Items.Single(decision => decision.Node.Name == "report-made").Type.Name);
        Assert.DoesNotContain("claims", ResourceText.Of(resources, []), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lambda")]
    [InlineData("fargate")]
    public void By_a_bus_too_each_side_may_do_its_part_and_reaches_the_bucket(string host)
    {
        var resources = EmitCase.RunWithPlan("Claims", $"{Bus}defaults: {{execution_units: {{type: {host}}}}}\n").Resources;
        var text = ResourceText.Of(resources, []);

        Assert.Contains("source=klotho.app&claims=${report-made-claims.bucket}", text, StringComparison.Ordinal);
        Assert.Contains("?envelope=eventbridge&claims=${report-made-claims.bucket}", text, StringComparison.Ordinal);
        Assert.Contains("{ Effect: Allow, Action: [s3:PutObject], Resource: [${report-made-claims.arn}/report-made/*] }", Policy(resources, "main-permissions"), StringComparison.Ordinal);
        Assert.DoesNotContain("s3:GetObject", Policy(resources, "main-permissions"), StringComparison.Ordinal);
        Assert.Contains("{ Effect: Allow, Action: [s3:GetObject], Resource: [${report-made-claims.arn}/report-made/*] }", Policy(resources, "reader-permissions"), StringComparison.Ordinal);
        Assert.DoesNotContain("s3:PutObject", Policy(resources, "reader-permissions"), StringComparison.Ordinal);
        Assert.Contains("expiration: { days: 6 }", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inside_a_private_network_there_is_a_way_to_the_bucket()
    {
        var resources = EmitCase.RunWithPlan("Claims", $"{Bus}requirements: {{network: private}}\n").Resources;

        Assert.Contains(resources.Resources.Items, resource =>
            resource.Type.Value == "aws:ec2/vpcEndpoint:VpcEndpoint" && ResourceText.Of(new(new([resource]), default), []).Contains(".s3", StringComparison.Ordinal));
    }

    private static string Policy(ResourceGraph resources, string name) =>
        ResourceText.Of(new(new([.. resources.Resources.Items.Where(resource => resource.Name.Value == name)]), default), []);
}
