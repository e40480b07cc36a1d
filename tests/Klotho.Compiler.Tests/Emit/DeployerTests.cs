using System.Text.Json;
using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Permissions;

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
        Documents(name).SelectMany(document => JsonDocument.Parse(document).RootElement.GetProperty("Statement").EnumerateArray()).Select(statement => (
            Texts(statement.GetProperty("Action")), Texts(statement.GetProperty("Resource")), statement.TryGetProperty("Condition", out var condition) ? condition.GetRawText() : ""));

    private static string[] Texts(JsonElement texts) => [.. texts.EnumerateArray().Select(text => text.GetString() ?? "")];

    [GeneratedRegex("\"(?<token>(aws|docker-build):[A-Za-z0-9/.-]+:[A-Za-z0-9]+)\"")]
    private static partial Regex Token();
}
