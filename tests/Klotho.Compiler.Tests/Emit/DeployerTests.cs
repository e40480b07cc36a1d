using System.Text.Json;
using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Emit.Controls;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Documents;
using Klotho.Emit.Permissions;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What whoever deploys may do: enough for every resource of the program, and roles only to the services that use them.</summary>
public sealed partial class DeployerTests
{
    // IAM User Guide: IAM and AWS STS quotas, read 2026-11-22. White space is not counted.
    private const int LongestPolicy = 6144;

    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    /// <summary>Where this fails: add the type to src/Klotho.Emit/Schema/deployer.json.</summary>
    [Fact]
    public void Every_type_that_a_lowering_names_has_an_entry()
    {
        var types = Repository.Files("src/Klotho.Emit", ".cs").SelectMany(file => Token().Matches(Repository.Read(file)).Select(match => match.Groups["token"].Value))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();

        Assert.InRange(types.Count, 50, int.MaxValue);
        Assert.DoesNotContain(types, type => DeployerTable.Find(new(type)) is null);
    }

    /// <summary>The same of what really is emitted, however it is hosted: where this fails, add the type, or its <c>ownKey</c>, to deployer.json.</summary>
    [Fact]
    public void Every_resource_of_every_application_has_an_entry()
    {
        var resources = ControlledGraphs.All.SelectMany(application => application.Graph.Resources.Items).Where(resource => resource.Type.Provider != "kubernetes").ToList();
        var encrypted = resources.Where(resource => resource.Type.Value != "aws:iam/rolePolicy:RolePolicy"
            && resource.Inputs.DescendantsAndSelf().OfType<InputValue.Setting>().Any(setting => setting.Key == "own_key")).Select(resource => resource.Type).Distinct().ToList();

        Assert.DoesNotContain(resources.Select(resource => resource.Type).Distinct(), type => DeployerTable.Find(type) is null);
        Assert.InRange(encrypted.Count, 10, int.MaxValue);
        Assert.DoesNotContain(encrypted, type => DeployerTable.Find(type)?.OwnKey is null);
    }

    [Theory]
    [InlineData("", "Bool")]
    [InlineData("defaults: {execution_units: {type: kubernetes}}\n", "")]
    public void Services_may_use_a_key_of_one_s_own_in_the_name_of_who_deploys(string yaml, string condition)
    {
        var (_, resources) = EmitCase.RunWithPlan("KeyValue", $"{yaml}requirements: {{compliance: {{encryption: own_keys}}}}\n");
        var statements = PermissionsDocument.Print(default, resources, null).Where(file => file.Path.Value.StartsWith("deployer-policy-", StringComparison.Ordinal)).SelectMany(file => StatementsOf(file.Text)).ToList();
        var grant = statements.SingleOrDefault(statement => statement.Actions.Contains("kms:CreateGrant"));

        Assert.Contains(statements, statement => statement.Actions.Contains("kms:DescribeKey") && statement.Resources.SequenceEqual(["arn:aws:kms:*:*:key/*"]));
        Assert.Contains(condition, grant.Condition, StringComparison.Ordinal);
        Assert.Equal(condition.Length > 0, grant.Condition.Contains("kms:GrantIsForAWSResource", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_one_no_key_is_touched() =>
        Assert.DoesNotContain(Statements("KeyValue"), statement => statement.Actions.Any(action => action.StartsWith("kms:", StringComparison.Ordinal)));

    [Fact]
    public void Who_owns_the_key_is_told_which_services_use_it_by_themselves()
    {
        var (_, resources) = EmitCase.RunWithPlan("Topic", "requirements: {compliance: {encryption: own_keys}}\n");
        var permissions = PermissionsDocument.Print(default, resources, null).Single(file => file.Path.Value == "permissions.md").Text;

        Assert.Contains("| `sns.amazonaws.com` | `kms:Decrypt`<br>`kms:GenerateDataKey` |", permissions, StringComparison.Ordinal);
        Assert.DoesNotContain("## Your key", EmitCase.Run("Topic").Output?.Files.Items.Single(file => file.Path.Value == "permissions.md").Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Everything_that_a_resource_takes_is_allowed(string name)
    {
        var resources = EmitCase.Run(name).Resources?.Resources.Items ?? [];
        var allowed = Statements(name).SelectMany(statement => statement.Actions).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(resources);
        Assert.All(resources.Select(resource => DeployerTable.Find(resource.Type)).OfType<DeployerNeeds>(),
            needs => Assert.Subset(allowed, needs.Actions.Items.Concat(needs.OnAll.Items).ToHashSet(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_action_is_a_wildcard_and_every_document_can_be_attached(string name)
    {
        Assert.All(Statements(name), statement => Assert.DoesNotContain(statement.Actions, action => action.Contains('*')));
        Assert.All(Documents(name), document => Assert.InRange(document.Count(letter => !char.IsWhiteSpace(letter)), 1, LongestPolicy));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Roles_are_handed_to_the_services_that_take_them_on_and_to_nobody_else(string name)
    {
        var roles = EmitCase.Run(name).Resources?.Resources.Items.Where(resource => resource.Type.Value == "aws:iam/role:Role").Select(resource => resource.Name.Value) ?? [];
        var handed = Statements(name).Where(statement => statement.Actions.Contains("iam:PassRole")).ToList();

        Assert.All(handed, statement => Assert.Contains("iam:PassedToService", statement.Condition, StringComparison.Ordinal));
        Assert.Equal(
            roles.Select(role => $"arn:aws:iam::*:role/{role}-*").Order(StringComparer.Ordinal),
            handed.SelectMany(statement => statement.Resources).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_table_and_a_function_are_named()
    {
        var statements = Statements("KeyValue").ToList();

        Assert.Equal(["arn:aws:dynamodb:*:*:table/slides-*"], statements.Single(statement => statement.Actions.Contains("dynamodb:CreateTable")).Resources);
        Assert.Contains("arn:aws:lambda:*:*:function:main-*", statements.Single(statement => statement.Actions.Contains("lambda:CreateFunction")).Resources);
        Assert.DoesNotContain(statements, statement => statement.Actions.Contains("s3:CreateBucket"));
    }

    private static IEnumerable<string> Documents(string name) =>
        EmitCase.Run(name).Output?.Files.Items.Where(file => file.Path.Value.StartsWith("deployer-policy-", StringComparison.Ordinal)).Select(file => file.Text) ?? [];

    private static IEnumerable<(string[] Actions, string[] Resources, string Condition)> Statements(string name) =>
        Documents(name).SelectMany(StatementsOf);

    private static IEnumerable<(string[] Actions, string[] Resources, string Condition)> StatementsOf(string document) =>
        JsonDocument.Parse(document).RootElement.GetProperty("Statement").EnumerateArray().Select(statement => (
            Texts(statement.GetProperty("Action")), Texts(statement.GetProperty("Resource")), statement.TryGetProperty("Condition", out var condition) ? condition.GetRawText() : ""));

    private static string[] Texts(JsonElement texts) => [.. texts.EnumerateArray().Select(text => text.GetString() ?? "")];

    [GeneratedRegex("\"(?<token>(aws|docker-build):[A-Za-z0-9/.-]+:[A-Za-z0-9]+)\"")]
    private static partial Regex Token();
}
