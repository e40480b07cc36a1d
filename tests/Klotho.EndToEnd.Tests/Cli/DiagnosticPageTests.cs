namespace Klotho.EndToEnd.Tests.Cli;

/// <summary>What the pages of the tool's own codes show is what the tool does.</summary>
public sealed class DiagnosticPageTests
{
    private static readonly string[] Machine = ["KL0012", "KL0032", "KL0033", "KL0035", "KL0036"];
    private static readonly string[] Differences = ["KL0042"];
    private static readonly string[] Words = ["KL0016"];

    public static TheoryData<string> Codes => [.. DiagnosticPage.Codes];

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_wrong_example_gives_the_code_and_the_right_one_does_not(string code)
    {
        var page = DiagnosticPage.Read(code);

        var wrong = DiagnosticPage.Play(page.Wrong);
        var right = DiagnosticPage.Play(page.Right);

        Assert.True(wrong.Error.Contains($"{(Words.Contains(code) ? "info" : "error")} {code}:", StringComparison.Ordinal), wrong.Everything);
        Assert.Equal(Words.Contains(code) ? 0 : Machine.Contains(code) ? 4 : Differences.Contains(code) ? 3 : 1, wrong.ExitCode);
        Assert.True(right.ExitCode == 0, right.Everything);
        Assert.DoesNotContain(code, right.Error, StringComparison.Ordinal);
    }
}
