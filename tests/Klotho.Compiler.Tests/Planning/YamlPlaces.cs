using Klotho.Analysis.Graph;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Each mistake is shown where an editor's cursor would stand, whatever the line ends and characters before it.</summary>
public sealed class YamlPlaces
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "app: shop\nzzz: 1\n", "KL2006 2:1-2:4" },
        { "app: shop\r\nzzz: 1\r\n", "KL2006 2:1-2:4" },
        { "app: shop\rzzz: 1\r", "KL2006 2:1-2:4" },
        { "\ufeffzzz: 1\n", "KL2006 1:1-1:4" },
        { "\ufeffapp: shop\r\n\r\n# 😀\r\n\"z😀\": 1\r\n", "KL2006 4:1-4:6" },
        { "persisted: {kv: {}, zzz: 1}", "KL2006 1:21-1:24" },
        { "app: \"é\" # x\n", "KL2009 1:6-1:9" },
        { "app: [a]\n", "KL2008 1:1-1:4" },
        { "app:\n", "KL2008 1:1-1:4" },
        { "app: null\n", "KL2008 1:1-1:4" },
        { "app: 12\n", "KL2008 1:6-1:8" },
        { "- app\n", "KL2008 1:1-1:6" },
        { "just text\n", "KL2008 1:1-1:10" },
        { "app: a: b\n", "KL2001 1:7-1:7" },
        { "app: 'x\n", "KL2001 1:6-2:1" },
        { "app: [1\nb: 2\n", "KL2001 1:6-1:6" },
        { "app: shop\n persisted: {}\n", "KL2001 2:11-2:11" },
        { "app: x\0\nzzz: 1\n", "KL2001 1:7-1:8" },
        { "app: x\u2028\n", "KL2001 1:7-1:8" },
        { "persisted:\n\tkv: {}\n", "KL2002 2:1-2:2" },
        { "persisted:\n  \tkv: {}\n", "KL2002 2:3-2:4" },
        { "app: shop\n---\napp: two\n", "KL2003 2:1-2:4" },
        { "app: &name shop\n", "KL2004 1:6-1:16" },
        { "app: *name\n", "KL2004 1:6-1:11" },
        { "app: !!str shop\n", "KL2004 1:6-1:16" },
        { "app: !<:> shop\n", "KL2001 1:4-1:4" },
        { "persisted: {<<: {kv: {}}}\n", "KL2004 1:13-1:15" },
        { "app: shop\npath: .\napp: two\n", "KL2005 3:1-3:4, 1:1-1:4" },
        { "? [a]\n: 1\n", "KL2001 1:3-1:6" },
        { "app: " + new string('[', 500), "KL2001 1:38-1:38" },
    };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void A_mistake_is_shown_where_it_stands(string text, string expected)
    {
        var read = ConfigurationReader.Run(new([new(new("klotho.yaml"), text)]), TestCatalogue.Shipped);

        var diagnostic = Assert.Single(read.Diagnostics);
        Assert.Equal(expected, $"{diagnostic.Rule.Code} {string.Join(", ", diagnostic.Locations.Items.Select(Span))}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\ufeff")]
    [InlineData("# nothing but a comment\n")]
    [InlineData("---\n...\n")]
    [InlineData("{}")]
    [InlineData("persisted:\n  kv:\n")]
    [InlineData("app: shop\n   \n# spaces on a blank line\n")]
    [InlineData("app:\tshop\n")]
    [InlineData("%YAML 1.2\n---\napp: shop\n")]
    public void What_says_nothing_wrong_is_accepted(string text) =>
        Assert.Empty(ConfigurationReader.Run(new([new(new("klotho.yaml"), text)]), TestCatalogue.Shipped).Diagnostics);

    [Fact]
    public void Every_rule_has_a_code_of_its_own_in_the_range_of_planning()
    {
        var codes = PlanningRules.All.Items.Select(rule => rule.Code.Value).ToList();

        Assert.All(codes, code => Assert.Matches("^KL2[0-9]{3}$", code));
        Assert.Equal(codes.Distinct().Order(StringComparer.Ordinal), codes);
    }

    private static string Span(SourceLocation place) => $"{place.Line}:{place.Column}-{place.EndLine}:{place.EndColumn}";
}
