using Klotho.Analysis.Diagnostics;
using Klotho.Analysis.Graph;
using Klotho.Cli.Reporting;

namespace Klotho.Compiler.Tests.Cli;

public sealed class DiagnosticPrinterTests
{
    private static readonly DiagnosticRule Conflict = new(new("KL1999"), Severity.Error, "Conflict", "'{0}' is there twice.");
    private static readonly DiagnosticRule Hint = new(new("KL1998"), Severity.Warning, "Hint", "Look at '{0}'.");

    private static readonly Dictionary<string, string[]> Files = new()
    {
        ["/repo/src/App/A.cs"] = ["class A", "{", "\t[Persist(\"x\")] int value;"],
        ["/repo/src/App/B.cs"] = ["[Persist(\"x\")]"],
    };

    [Fact]
    public void An_error_is_shown_with_its_line_carets_the_conflicting_place_and_its_page() =>
        Assert.Equal(
            """
            App/A.cs:3:11: error KL1999: 'x' is there twice.
              3 | 	[Persist("x")] int value;
                | 	         ^^^
              App/B.cs:1:10: conflicts with this
              1 | [Persist("x")]
                |          ^^^
              see docs/diagnostics/KL1999.md
            1 error

            """,
            Print(false, Conflict.At([new(new("src/App/A.cs"), 3, 11, 3, 14), new(new("src/App/B.cs"), 1, 10, 1, 13)], "x")));

    [Fact]
    public void Diagnostics_stand_in_order_of_place_and_are_counted()
    {
        var text = Print(false, Hint.At(new SourceLocation(new("src/App/B.cs"), 1, 2, 1, 3), "b"), Conflict.At(new SourceLocation(new("src/App/A.cs"), 1, 7, 1, 8), "a"));

        Assert.True(text.IndexOf("App/A.cs", StringComparison.Ordinal) < text.IndexOf("App/B.cs", StringComparison.Ordinal));
        Assert.EndsWith("1 error, 1 warning\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_whose_file_is_gone_is_named_without_a_line() =>
        Assert.StartsWith("App/Gone.cs:4:2: warning KL1998: Look at 'g'.\n  see ", Print(false, Hint.At(new SourceLocation(new("src/App/Gone.cs"), 4, 2, 4, 3), "g")), StringComparison.Ordinal);

    [Fact]
    public void A_span_over_several_lines_is_marked_to_the_end_of_its_first() =>
        Assert.Contains("  1 | class A\n    | ^^^^^^^\n", Print(false, Conflict.At(new SourceLocation(new("src/App/A.cs"), 1, 1, 3, 4), "a")), StringComparison.Ordinal);

    [Fact]
    public void Colours_come_only_when_asked_for()
    {
        var diagnostic = Hint.At(new SourceLocation(new("src/App/B.cs"), 1, 2, 1, 3), "b");

        Assert.DoesNotContain('\e', Print(false, diagnostic));
        Assert.Contains("\e[1;33m", Print(true, diagnostic), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_wrong_prints_nothing() => Assert.Equal("", Print(false));

    private static string Print(bool colour, params KlothoDiagnostic[] diagnostics) =>
        new DiagnosticPrinter(new(new("/repo"), "/repo/src"), path => Files.GetValueOrDefault(path, []), colour).Print(diagnostics);
}
