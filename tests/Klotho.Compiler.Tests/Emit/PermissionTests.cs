using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What roles may do, over all golden cases.</summary>
public sealed class PermissionTests
{
    // The services know nothing narrower for these (Service Authorization Reference: Amazon EC2, Amazon ECR, AWS X-Ray, read 2026-11-22).
    private static readonly string[] OnAllOnly =
        ["ec2:DescribeNetworkInterfaces", "ec2:DescribeSubnets", "ecr:GetAuthorizationToken", "xray:PutTelemetryRecords", "xray:PutTraceSegments"];

    // Keys of type ArrayOfString (Service Authorization Reference: Amazon EventBridge, read 2026-11-22).
    private static readonly string[] OfSeveralValues = ["events:detail-type", "events:source"];

    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_allowed_action_is_a_wildcard(string name)
    {
        var allowed = Policies(name).SelectMany(policy => Allowed(policy)).SelectMany(statement => Texts(statement, "Action")).ToList();

        Assert.Equal(Resources(name).Any(resource => resource.Type.Provider == "aws"), allowed.Count > 0);
        Assert.DoesNotContain(allowed, action => action.Contains('*'));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_resources_are_allowed_only_where_the_service_knows_nothing_narrower_and_a_comment_says_so(string name) =>
        Assert.All(
            Policies(name).Where(policy => Allowed(policy).Any(statement => Texts(statement, "Resource").Contains("*"))),
            policy =>
            {
                Assert.Contains("only on all resources", policy.Comment ?? "", StringComparison.Ordinal);
                Assert.All(
                    Allowed(policy).Where(statement => Texts(statement, "Resource").Contains("*")).SelectMany(statement => Texts(statement, "Action")),
                    action => Assert.Contains(action, OnAllOnly));
            });

    [Fact]
    public void What_the_host_does_in_the_network_is_denied_to_the_code()
    {
        var resources = EmitCase.Run("Network").Resources?.Resources.Items ?? [];
        var denied = resources.Where(resource => resource.Part == "host-only").ToList();
        var allowed = resources.Where(resource => resource.Part == "permissions")
            .SelectMany(Allowed).SelectMany(statement => Texts(statement, "Action")).Where(action => action.StartsWith("ec2:", StringComparison.Ordinal));

        Assert.NotEmpty(denied);
        Assert.All(allowed, action => Assert.All(denied, policy => Assert.Contains(action, Statements(policy, "Deny").SelectMany(statement => Texts(statement, "Action")))));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_bucket_queue_and_topic_refuses_requests_without_TLS(string name)
    {
        var resources = EmitCase.Run(name).Resources?.Resources.Items ?? [];
        var refusing = resources.Where(resource => Statements(resource, "Deny").Any(statement => Texts(statement, "Condition").Contains("false")))
            .SelectMany(policy => policy.Inputs.DescendantsAndSelf().OfType<InputValue.Reference>())
            .Select(reference => reference.Resource)
            .ToHashSet();

        Assert.All(
            resources.Where(resource => resource.Type.Value is "aws:s3/bucket:Bucket" or "aws:sqs/queue:Queue" or "aws:sns/topic:Topic"),
            resource => Assert.Contains(resource.Name, refusing));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Conditions_say_of_a_key_of_several_values_whether_all_or_any_must_match(string name) =>
        Assert.All(Conditions(name), condition => Assert.Equal(
            OfSeveralValues.Contains(condition.Key) ? condition.Effect is "Deny" ? "ForAnyValue" : "ForAllValues" : "",
            condition.Operator.Contains(':') ? condition.Operator.Split(':')[0] : ""));

    [Fact]
    public void A_bus_takes_no_request_with_an_event_of_another_source() => Assert.Contains(
        ("Deny", "ForAnyValue:StringNotEquals", "events:source"), Conditions("Bus"));

    private static IEnumerable<(string Effect, string Operator, string Key)> Conditions(string name) =>
        from resource in Resources(name)
        from effect in new[] { "Allow", "Deny" }
        from statement in Statements(resource, effect)
        from test in (statement.Find("Condition") as InputValue.Map)?.Entries.Items ?? []
        from value in (test.Value as InputValue.Map)?.Entries.Items ?? []
        select (effect, test.Name, value.Name);

    /// <summary>Everything that holds a policy: roles and their policies, buckets, topics and queues.</summary>
    private static IEnumerable<Resource> Policies(string name) =>
        Resources(name).Where(resource => Allowed(resource).Any());

    private static IEnumerable<Resource> Resources(string name) => EmitCase.Run(name).Resources?.Resources.Items ?? [];

    private static IEnumerable<InputValue.Map> Allowed(Resource resource) => Statements(resource, "Allow");

    private static IEnumerable<InputValue.Map> Statements(Resource resource, string effect) =>
        resource.Inputs.DescendantsAndSelf().OfType<InputValue.Map>().Where(map => map.Find("Effect") is InputValue.Text text && text.Value == effect);

    private static IEnumerable<string> Texts(InputValue.Map statement, string name) =>
        statement.Find(name)?.DescendantsAndSelf().OfType<InputValue.Text>().Select(text => text.Value) ?? [];
}
