using Klotho.Analysis;
using Klotho.Benchmarks.Scale;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Output;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Emit.Programs;

/// <summary>Applications of many functions: every function is there, and no file of the program grows with their number.</summary>
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

        Assert.Equal(Functions, files.Count(file => file.Path.Value.Contains("unction0", StringComparison.Ordinal) && file.Path.Value.Contains("Unit.", StringComparison.Ordinal)));
        Assert.All(files, file => Assert.InRange(file.Text.Split('\n').Length, 1, 400));
    }

    [Fact]
    public void Its_csharp_parses() => Assert.Empty(Emit("csharp")
        .Where(file => file.Path.Value.EndsWith(".cs", StringComparison.Ordinal))
        .SelectMany(file => CSharpSyntaxTree.ParseText(file.Text).GetDiagnostics()));

    private static List<OutputFile> Emit(string language)
    {
        var printer = ProgramLanguages.Find(language);
        Assert.NotNull(printer);
        var result = EmitCase.Run(Analysis.Value, "", printer);
        Assert.Empty(result.Diagnostics);
        return [.. (result.Output?.Files.Items ?? []).Where(file => file.Path.Value.StartsWith("infra/", StringComparison.Ordinal))];
    }
}
