using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>What roles may do, over all golden cases.</summary>
public sealed class PermissionTests
{
    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_allowed_action_is_a_wildcard(string name)
    {
        var allowed = Allowed(name).SelectMany(statement => Texts(statement, "Action")).ToList();

        Assert.NotEmpty(allowed);
        Assert.DoesNotContain(allowed, action => action.Contains('*'));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void All_resources_are_allowed_only_where_the_service_knows_nothing_narrower(string name) =>
        Assert.All(
            Allowed(name).Where(statement => Texts(statement, "Resource").Contains("*")),
            statement => Assert.All(Texts(statement, "Action"), action => Assert.Matches("^(ec2:.*|ecr:GetAuthorizationToken)$", action)));

    private static IEnumerable<InputValue.Map> Allowed(string name) =>
        (EmitCase.Run(name).Resources?.Resources.Items ?? [])
            .SelectMany(resource => resource.Inputs.DescendantsAndSelf())
            .OfType<InputValue.Map>()
            .Where(map => map.Entries.Items.Any(entry => entry.Name == "Effect" && entry.Value is InputValue.Text { Value: "Allow" }));

    private static IEnumerable<string> Texts(InputValue.Map statement, string name) =>
        statement.Entries.Items.Where(entry => entry.Name == name).SelectMany(entry => entry.Value.DescendantsAndSelf()).OfType<InputValue.Text>().Select(text => text.Value);
}
