using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Resources;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>Descriptions hold only what the provider takes; it says so no earlier than in a deployment.</summary>
public sealed class DescriptionTests
{
    public static TheoryData<string> Cases => Golden.CasesOf(EmitCase.Stage);

    /// <summary>Source: Amazon EC2 API Reference, CreateSecurityGroup, 2026-11-22.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Security_groups_and_their_rules_are_described_in_characters_that_EC2_takes(string name) =>
        Assert.All(
            (EmitCase.Run(name).Resources?.Resources.Items ?? [])
                .Where(resource => resource.Type.Value.Contains("ecurityGroup", StringComparison.Ordinal) && resource.Inputs.Find("description") is not null),
            resource => Assert.Matches(@"^[a-zA-Z0-9 ._\-:/()#,@\[\]+=&;{}!$*]{1,255}$", resource.Inputs.Find("description") is InputValue.Text text ? text.Value : ""));
}
