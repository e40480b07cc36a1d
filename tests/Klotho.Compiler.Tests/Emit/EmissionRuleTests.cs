using System.Text.RegularExpressions;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Emit;

namespace Klotho.Compiler.Tests.Emit;

/// <summary>The page of each diagnostic of emission: its wrong example gives the code, its right example does not.</summary>
public sealed partial class EmissionRuleTests
{
    // Only a capability of one's own has unknown operations: PluggabilityTests shows it.
    private const string OwnCapabilityOnly = "KL3002";

    public static TheoryData<string> Codes => [.. EmissionRules.All.Items.Select(rule => rule.Code.Value)];

    public static TheoryData<string> CodesOfApplications => [.. EmissionRules.All.Items.Select(rule => rule.Code.Value).Where(code => code != OwnCapabilityOnly)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_the_title_of_its_rule(string code)
    {
        var rule = EmissionRules.All.Items.Single(rule => rule.Code.Value == code);

        Assert.StartsWith($"# {code}: {rule.Title}\n", Page(code));
    }

    [Theory]
    [MemberData(nameof(CodesOfApplications))]
    public void The_wrong_example_gives_the_code_and_no_output(string code)
    {
        var result = EmitCase.RunText(Example(code, "Wrong"));

        Assert.Contains(code, result.Diagnostics.Items.Select(found => found.Rule.Code.Value));
        Assert.Null(result.Output);
    }

    [Theory]
    [MemberData(nameof(CodesOfApplications))]
    public void The_right_example_gives_an_output(string code)
    {
        var result = EmitCase.RunText(Example(code, "Right"));

        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Output);
    }

    private static string Page(string code) => File.ReadAllText(Path.Combine(Repository.Root, $"docs/diagnostics/{code}.md"));

    private static string Example(string code, string heading) =>
        Fence().Match(Page(code), Page(code).IndexOf($"## {heading}\n", StringComparison.Ordinal)).Groups[1].Value;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
