using System.Text.RegularExpressions;
using Klotho.Cli.Explain;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Explanations;

namespace Klotho.Compiler.Tests.Planning.Decisions;

/// <summary>The files and explanations that docs/planning.md shows are those of golden cases; <c>KLOTHO_UPDATE_GOLDEN=1</c> writes them anew.</summary>
public sealed partial class PlanningPage
{
    private const string Document = "docs/planning.md";

    [Fact]
    public void What_it_shows_is_what_the_planner_says()
    {
        var text = Repository.Read(Document);
        var expected = Shown().Replace(text, match => $"<!-- {match.Groups["what"].Value} -->\n{Content(match.Groups["what"].Value)}<!-- end -->");
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Document), expected);
        }

        Assert.InRange(Shown().Count(text), 4, int.MaxValue);
        Assert.Equal(expected, Repository.Read(Document));
    }

    /// <summary><c>file CASE NAME</c>, <c>explain CASE NODE</c>, <c>diagnostic CASE</c>.</summary>
    private static string Content(string what)
    {
        var words = what.Split(' ');
        PlanInput input = new(
            CaseGraph.Read(Golden.Read("Planning", words[1], "graph.txt")),
            new([new(new("klotho.yaml"), Golden.Read("Planning", words[1], "klotho.yaml"))]),
            TestCatalogue.Shipped);
        var result = Planner.Run(input);
        return words[0] switch
        {
            "file" => $"```yaml\n{Golden.Read("Planning", words[1], words[2])}```\n",
            "diagnostic" => $"```\n{string.Join('\n', result.Diagnostics.Items.Select(found => $"{found.Location}: {found.Rule.Code}: {found.Message}"))}\n```\n",
            _ => $"```\n{(result.Plan is { } plan && Explainer.Node(input, plan, new(new(words[2].Split(':')[0]), words[2].Split(':')[1])) is { } document ? ExplanationText.Of(document) : "no plan\n")}```\n",
        };
    }

    [GeneratedRegex(@"<!-- (?<what>(file|explain|diagnostic) [^>]+?) -->\n.*?<!-- end -->", RegexOptions.Singleline)]
    private static partial Regex Shown();
}
