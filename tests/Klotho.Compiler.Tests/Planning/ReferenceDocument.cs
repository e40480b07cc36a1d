using System.Text;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning;
using Klotho.Planning.Catalogue;
using Klotho.Planning.Configuration;
using Klotho.Planning.Plans;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>The tables of docs/klotho-yaml.md are the catalogue's; <c>KLOTHO_UPDATE_GOLDEN=1</c> writes them anew.</summary>
public sealed class ReferenceDocument
{
    private const string Document = "docs/klotho-yaml.md";

    [Fact]
    public void Its_tables_are_those_of_the_catalogue()
    {
        var expected = Replace(Replace(Replace(Replace(
            Repository.Read(Document), "types", Types()), "limits", Limits()), "requirements", RequirementTables.Kinds()), "amounts", RequirementTables.Amounts());
        if (Environment.GetEnvironmentVariable("KLOTHO_UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Root, Document), expected);
        }

        Assert.Equal(expected, Repository.Read(Document));
    }

    [Fact]
    public void It_names_every_key_at_the_top()
    {
        var text = Repository.Read(Document);
        Assert.All(ConfigurationModel.Of(TestCatalogue.Shipped).Keys, key => Assert.Matches($"`{key.Name}[`.]", text));
    }

    [Fact]
    public void Its_example_is_right()
    {
        var text = Repository.Read(Document);
        var start = text.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        var example = text[start..text.IndexOf("```", start, StringComparison.Ordinal)];
        var graph = CaseGraph.Read(Harness.Golden.Read("Planning", "no-file", "graph.txt"));

        Assert.Empty(Planner.Run(new(graph, new([new(new("klotho.yaml"), example)]), TestCatalogue.Shipped)).Diagnostics);
    }

    private static string Types()
    {
        var text = new StringBuilder();
        foreach (var capability in TestCatalogue.Shipped.Capabilities)
        {
            text.Append($"\n### `{string.Join('.', capability.Section)}`\n\n{capability.Description}\n");
            foreach (var candidate in capability.Candidates)
            {
                text.Append($"\n**`{candidate.Type}`**: {candidate.Title} ({candidate.DefaultReason}).\n\n| parameter | default | allowed | meaning |\n|---|---|---|---|\n");
                foreach (var parameter in candidate.Parameters)
                {
                    text.Append($"| `{parameter.Name}` | {(parameter.Default is ParameterValue.Text { Value: "" } ? "none" : $"`{parameter.Default}`")} | {Allowed(parameter)} | {parameter.Description} |\n");
                }
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Limits()
    {
        var text = new StringBuilder("\n| type | limit | value | source | checked |\n|---|---|---|---|---|\n");
        foreach (var candidate in TestCatalogue.Shipped.Capabilities.Items.SelectMany(capability => capability.Candidates.Items))
        {
            foreach (var limit in candidate.Limits)
            {
                text.Append($"| `{candidate.Type}` | {limit.Name} | {$"{limit.Value} {limit.Unit}".TrimEnd()} | {limit.Source} | {limit.Date} |\n");
            }
        }

        return text.Append('\n').ToString();
    }

    private static string Allowed(ParameterSpec parameter) =>
        parameter.Choices.Count > 0 ? string.Join(", ", parameter.Choices.Items.Select(choice => $"`{choice}`"))
        : parameter.Default is ParameterValue.Truth ? "`true`, `false`"
        : parameter.Pattern is { } pattern ? pattern.Meaning
        : parameter.Default is ParameterValue.Text ? "a text"
        : $"{parameter.Minimum} to {parameter.Maximum}";

    private static string Replace(string text, string name, string content)
    {
        var begin = $"<!-- {name} -->\n";
        var start = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        return text[..start] + content + text[text.IndexOf($"<!-- end of {name} -->", StringComparison.Ordinal)..];
    }
}
