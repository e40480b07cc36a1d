using System.Text.RegularExpressions;
using Klotho.Analysis.Collections;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
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
        var yaml = Example(code, "Wrong", "yaml");
        var result = EmitCase.Run(App.Analyze(Example(code, "Wrong", "csharp")), yaml, Catalogue(yaml));

        Assert.Contains(code, result.Diagnostics.Items.Select(found => found.Rule.Code.Value));
        Assert.Null(result.Output);
    }

    [Theory]
    [MemberData(nameof(CodesOfApplications))]
    public void The_right_example_gives_an_output(string code)
    {
        var result = EmitCase.RunText(Example(code, "Right", "csharp"), Example(code, "Right", "yaml"));

        Assert.Empty(result.Diagnostics);
        Assert.NotNull(result.Output);
    }

    /// <summary>An example of what cannot be emitted names the type: no later version has such a type for sure.</summary>
    private static CapabilityCatalogue Catalogue(string yaml) => Unemitted().Match(yaml) is not { Success: true } named ? CapabilityCatalogue.All : new(
        CapabilityCatalogue.All.Capabilities.Items
            .Select(capability => capability with { Lowerings = capability.Lowerings.Items.Where(lowering => lowering.Candidate.Name != named.Groups["type"].Value).ToEquatableArray() })
            .ToEquatableArray());

    private static string Page(string code) => File.ReadAllText(Path.Combine(Repository.Root, $"docs/diagnostics/{code}.md"));

    /// <summary>The example below a heading in a language; empty where the page needs none.</summary>
    private static string Example(string code, string heading, string language) =>
        Fence().Matches(Section().Matches(Page(code)).Single(match => match.Groups["heading"].Value == heading).Groups["text"].Value)
            .FirstOrDefault(match => match.Groups["language"].Value == language)?.Groups["example"].Value ?? "";

    [GeneratedRegex(@"^# in a version that cannot emit (?<type>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Unemitted();

    [GeneratedRegex(@"^## (?<heading>\w+)\n(?<text>.*?)(?=^## |\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"```(?<language>\w+)\n(?<example>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
