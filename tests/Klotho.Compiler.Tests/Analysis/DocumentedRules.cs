using Klotho.Analysis;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Every rule of analysis has a page, whose wrong example breaks exactly it and whose right example breaks none.</summary>
public sealed class DocumentedRules
{
    public static TheoryData<string> Codes => [.. AnalysisRules.All.Items.Select(rule => rule.Code.Value)];

    [Fact]
    public void Every_code_is_of_analysis_and_used_once()
    {
        var codes = AnalysisRules.All.Items.Select(rule => rule.Code.Value).ToList();

        Assert.All(codes, code => Assert.StartsWith("KL1", code, StringComparison.Ordinal));
        Assert.Equal(codes.Distinct(), codes);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_page_is_named_after_its_rule(string code)
    {
        var rule = AnalysisRules.All.Items.Single(each => each.Code.Value == code);

        Assert.Equal($"# {code}: {rule.Title}", Repository.Read(rule.DocsPage).Split('\n')[0]);
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_breaks_the_rule_and_no_other(string code) =>
        Assert.Equal([code], CodesOf(code, "Wrong").Distinct());

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_right_example_breaks_no_rule(string code) => Assert.Empty(CodesOf(code, "Right"));

    private static IEnumerable<string> CodesOf(string code, string section) =>
        App.Analyze(RulePage.Compile(code, section)).Diagnostics.Items.Select(each => each.Rule.Code.Value);
}
