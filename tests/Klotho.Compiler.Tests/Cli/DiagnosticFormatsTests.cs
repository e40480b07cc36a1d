using System.Text.Json.Nodes;
using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Reporting;
using Klotho.Compiler.Tests.Planning;

namespace Klotho.Compiler.Tests.Cli;

/// <summary>What CI jobs are given: whatever stands in a message, the form stays whole.</summary>
public sealed class DiagnosticFormatsTests(SchemaJudge judge) : IClassFixture<SchemaJudge>
{
    private static readonly DiagnosticRule Wrong = new(new("KL1001"), Severity.Error, "Something, somewhere: wrong", "`{0}` is wrong. Mend it.");
    private static readonly DiagnosticRule Odd = new(new("KL1002"), Severity.Warning, "Odd", "`{0}` is odd. Look at it.");
    private static readonly DiagnosticRule Known = new(new("CS8019"), Severity.Info, "Known", "{0}");

    private static readonly KlothoDiagnostic[] Diagnostics =
    [
        Wrong.At([At("src/a b/ü.cs", 3, 5, 3, 9), At("klotho.yaml", 1, 1, 2, 3)], "50%;x]\r\ny, z"),
        Odd.At(At("src/App.cs", 7, 1, 9, 2), "Deck"),
        Known.At(At("src/App.cs", 1, 1, 1, 1), "An \"info\" <b>"),
    ];

    [Fact]
    public void SARIF_is_what_its_schema_says_and_has_every_diagnostic()
    {
        var log = Print(new SarifFormat(), Diagnostics);

        Assert.Equal([null, null], judge.JudgeSarif([log, Print(new SarifFormat(), [])]));
        Assert.NotEqual([null], judge.JudgeSarif([log.Replace("\"ruleIndex\": 0", "\"ruleIndex\": \"0\"", StringComparison.Ordinal)]));
        var results = JsonNode.Parse(log)?["runs"]?[0]?["results"]?.AsArray() ?? [];
        Assert.Equal(["note CS8019", "warning KL1002", "error KL1001"], results.Select(result => $"{result?["level"]} {result?["ruleId"]}"));
        Assert.Equal("src/a%20b/%C3%BC.cs", $"{results[2]?["locations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]}");
        Assert.Equal("klotho.yaml", $"{results[2]?["relatedLocations"]?[0]?["physicalLocation"]?["artifactLocation"]?["uri"]}");
        Assert.Equal("`50%;x]\r\ny, z` is wrong. Mend it.", $"{results[2]?["message"]?["text"]}");
    }

    [Fact]
    public void A_workflow_command_is_one_line_and_escaped() => Assert.Equal(
        [
            "::notice file=src/App.cs,line=1,endLine=1,col=1,endColumn=1,title=CS8019%3A Known::An \"info\" <b>",
            "::warning file=src/App.cs,line=7,endLine=9,title=KL1002%3A Odd::`Deck` is odd. Look at it.",
            "::error file=src/a b/ü.cs,line=3,endLine=3,col=5,endColumn=9,title=KL1001%3A Something%2C somewhere%3A wrong::`50%25;x]%0D%0Ay, z` is wrong. Mend it.",
        ],
        Lines(new GitHubFormat()));

    [Fact]
    public void A_logging_command_is_one_line_and_escaped() => Assert.Equal(
        [
            "src/App.cs(1): CS8019: An \"info\" <b>",
            "##vso[task.logissue type=warning;sourcepath=src/App.cs;linenumber=7;columnnumber=1;code=KL1002]`Deck` is odd. Look at it.",
            "##vso[task.logissue type=error;sourcepath=src/a b/ü.cs;linenumber=3;columnnumber=5;code=KL1001]`50%AZP25;x]%0D%0Ay, z` is wrong. Mend it.",
        ],
        Lines(new AzureDevOpsFormat()));

    [Fact]
    public void Every_form_says_nothing_of_nothing() =>
        Assert.All(DiagnosticFormats.All.Where(format => format is not SarifFormat), format => Assert.Empty(Print(format, [])));

    private static string[] Lines(IDiagnosticFormat format) => Print(format, Diagnostics).TrimEnd('\n').Split('\n');

    private static string Print(IDiagnosticFormat format, IEnumerable<KlothoDiagnostic> diagnostics) => format.Print(diagnostics, new DisplayPaths(new("/app"), "/app"));

    private static SourceLocation At(string path, int line, int column, int endLine, int endColumn) => new(new(path), line, column, endLine, endColumn);
}
