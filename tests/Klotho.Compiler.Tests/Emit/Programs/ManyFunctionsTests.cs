using System.Text;
using Klotho.Analysis;
using Klotho.Benchmarks.Scale;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Output;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>
/// Applications of many functions: every function is there, no file of the program grows with their number, and what is alike is
/// said once.
/// </summary>
public sealed class ManyFunctionsTests
{
    private const int Functions = 90;

    private static readonly Lazy<AnalysisResult> Analysis = new(() => App.Analyze(FunctionApp.Source(Functions)));

    public static TheoryData<string> Languages => [.. ProgramLanguages.All.Items.Select(printer => printer.Language)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_large_program_is_split_into_files_that_can_be_read(string language)
    {
        var files = Emit(language);

        Assert.Equal(Functions, Enumerable.Range(0, Functions).Count(number => files.Any(file => Creates(file.Text, $"klotho:exec-unit:Function{number:0000}Unit"))));
        Assert.All(files, file => Assert.InRange(file.Text.Split('\n').Length, 1, 400));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Functions_that_are_alike_but_for_names_share_a_class(string language)
    {
        var files = Emit(language);

        // The last function publishes to a topic that nobody handles, which is another kind of neighbour.
        Assert.Single(files, file => file.Path.Value.Contains("unction0", StringComparison.Ordinal));
        Assert.Single(files, file => file.Path.Value.EndsWith("ambdaUnit.cs", StringComparison.Ordinal) || file.Path.Value.EndsWith("ambdaUnit.ts", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Thirty_functions_take_less_than_half_a_megabyte(string language)
    {
        var printer = ProgramLanguages.Find(language);
        Assert.NotNull(printer);
        var output = EmitCase.Run(App.Analyze(FunctionApp.Source(30)), "", printer).Output;

        Assert.NotNull(output);
        Assert.InRange(output.Files.Items.Sum(file => Encoding.UTF8.GetByteCount(file.Text)), 100_000, 500_000);
    }

    [Fact]
    public void Its_csharp_parses() => Assert.Empty(Emit("csharp")
        .Where(file => file.Path.Value.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => CSharpSyntaxTree.ParseText(file.Text).GetDiagnostics()));

    private static bool Creates(string text, string type) =>
        text.Contains($"(\"{type}\", ", StringComparison.Ordinal);

    private static List<OutputFile> Emit(string language)
    {
        var printer = ProgramLanguages.Find(language);
        Assert.NotNull(printer);
        var result = EmitCase.Run(Analysis.Value, "", printer);
        Assert.Empty(result.Diagnostics);
        return [.. (result.Output?.Files.Items ?? []).Where(file => file.Path.Value.StartsWith("infra/", StringComparison.Ordinal))];
    }
}
