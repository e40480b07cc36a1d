using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Klotho.Cli.Explain;
using Klotho.Cli.Reporting;
using Klotho.Compiler.Tests.Harness;
using Klotho.Planning;
using Klotho.Planning.Explanations;

namespace Klotho.Compiler.Tests.Planning.Explanations;

/// <summary>Each folder of Cases/Explain says what is asked of which variant of Cases/Swap, and the answer in its three forms.</summary>
public sealed class GoldenExplanations
{
    private const string Stage = "Explain";

    public static TheoryData<string> Names => Golden.CasesOf(Stage);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_question_is_answered_as_the_golden_files_say(string name)
    {
        var asked = Golden.Read(Stage, name, "question.txt").Split(' ', 2, StringSplitOptions.TrimEntries);

        var document = Explain(asked[0], asked[1]);

        Golden.Check(Stage, name, "answer.txt", ExplanationText.Of(document));
        Golden.Check(Stage, name, "answer.md", ExplanationMarkdown.Of(document));
        Golden.Check(Stage, name, "answer.json", Json(document));
    }

    private static ExplanationDocument Explain(string variant, string subject)
    {
        var input = new PlanInput(
            CaseGraph.Read(Golden.Read("Swap", "", "graph.txt")),
            new([new(new("klotho.yaml"), Golden.Read("Swap", variant, "klotho.yaml"))]),
            TestCatalogue.Shipped);
        var plan = Planner.Run(input).Plan;
        Assert.NotNull(plan);
        var document = new SubjectSearch(plan, default, default).Find(subject).Subject switch
        {
            Subject.Whole => Explainer.Plan(plan),
            Subject.OfNode node => Explainer.Node(input, plan, node.Id),
            Subject.OfEdge edge => Explainer.Edge(plan, edge.From, edge.To),
            _ => null,
        };
        Assert.NotNull(document);
        return document;
    }

    private static string Json(ExplanationDocument document)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            ExplanationJson.Write(json, document, new DisplayPaths(new(""), "/app"));
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
