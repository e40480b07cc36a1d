using System.Text;
using Klotho.Analysis.Diagnostics;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Planning;
using Klotho.Planning.Configuration;

namespace Klotho.Compiler.Tests.Planning;

/// <summary>Whatever stands in the file, the planner answers, and its answers hold together.</summary>
public sealed class PlannerProperties
{
    private const int Rounds = 6000;

    private static readonly string[] Fragments =
    [
        "\t", "\r\n", "\n", "  ", ": ", ":", "- ", "? ", "[", "]", "{", "}", ",", "&a ", "*a", "!!int ", "<<: *a", "|\n", ">-\n", "'", "\"", "#", "%YAML 1.9\n",
        "%YAML 99999999999999999999.1\n", "%TAG ! tag:x,2000:\n", "---\n", "...\n", "\0", "\ufeff", "\u2028", "\u0085", "\ud83d", "😀", "\\x", "\\u12", "!<", "!", "@", "`",
        "null", "~", "1e400", "-0", "0x", "0xffffffffffffffffff", "9223372036854775808", "type", "infra_params", "app", "execution_units", "ocr", "lambda",
    ];

    [Fact]
    public void No_text_makes_the_planner_throw()
    {
        var graph = CaseGraph.Read(Repository.Read("tests/Klotho.Compiler.Tests/Cases/Planning/no-file/graph.txt"));
        var seeds = Repository.Files("tests/Klotho.Compiler.Tests/Cases", ".yaml").Select(Repository.Read).ToArray();
        var random = new Random(20261122);

        for (var round = 0; round < Rounds; round++)
        {
            var text = Mutate(seeds[random.Next(seeds.Length)], random);
            var file = new ConfigurationFile(new("klotho.yaml"), text);

            var result = Planner.Run(new(graph, new([file]), TestCatalogue.WithTwoTypes));

            Assert.Equal(result.Plan is null, result.Diagnostics.Items.Any(found => found.Rule.Severity == Severity.Error));
            Assert.All(result.Diagnostics, found => AssertPlaced(found, text));
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_plan()
    {
        var graph = CaseGraph.Read(Repository.Read("tests/Klotho.Compiler.Tests/Cases/Planning/everything-by-id/graph.txt"));
        var file = new ConfigurationFile(new("klotho.yaml"), Repository.Read("tests/Klotho.Compiler.Tests/Cases/Planning/everything-by-id/klotho.yaml"));

        var first = Planner.Run(new(graph, new([file]), TestCatalogue.WithTwoTypes));
        var second = Planner.Run(new(graph, new([file]), TestCatalogue.WithTwoTypes));

        Assert.NotNull(first.Plan);
        Assert.Equal(first, second);
    }

    [Fact]
    public void The_order_of_keys_does_not_matter()
    {
        var graph = CaseGraph.Read(Repository.Read("tests/Klotho.Compiler.Tests/Cases/Planning/no-file/graph.txt"));

        var first = Plan("{execution_units: {ocr: {infra_params: {memory: 512, timeout: 9}, type: lambda}}, defaults: {exposed: {type: apigateway}}}");
        var second = Plan("{defaults: {exposed: {type: apigateway}}, execution_units: {ocr: {type: lambda, infra_params: {timeout: 9, memory: 512}}}}");

        Assert.Equal(first, second);

        string Plan(string text) => string.Join(";", Planner.Run(new(graph, new([new(new("klotho.yaml"), text)]), TestCatalogue.Shipped))
            .Configuration.Items.Select(entry => $"{entry.Key}={entry.Value}"));
    }

    private static string Mutate(string text, Random random)
    {
        var mutated = new StringBuilder(text);
        for (var change = random.Next(1, 6); change > 0; change--)
        {
            var at = random.Next(mutated.Length + 1);
            var length = Math.Min(random.Next(12), mutated.Length - at);
            switch (random.Next(4))
            {
                case 0:
                    mutated.Remove(at, length);
                    break;
                case 1:
                    mutated.Insert(at, mutated.ToString(at, length));
                    break;
                case 2:
                    mutated.Insert(at, (char)random.Next(1, 0x250));
                    break;
                default:
                    mutated.Insert(at, Fragments[random.Next(Fragments.Length)]);
                    break;
            }
        }

        return mutated.ToString();
    }

    private static void AssertPlaced(KlothoDiagnostic found, string text)
    {
        var lines = text.TrimStart('\ufeff').Split('\n').Length + text.Count(letter => letter == '\r');
        Assert.NotEmpty(found.Message);
        Assert.All(found.Locations.Items.Where(place => place.Path.Value == "klotho.yaml"), place =>
        {
            Assert.InRange(place.Line, 1, lines);
            Assert.InRange(place.Column, 1, text.Length + 1);
            Assert.True((place.EndLine, place.EndColumn).CompareTo((place.Line, place.Column)) >= 0);
        });
    }
}
