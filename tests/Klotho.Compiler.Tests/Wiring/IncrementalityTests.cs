using Klotho.Analysis.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Wiring;

/// <summary>Typing in an editor does not regenerate the wiring, unless the wiring changes.</summary>
public sealed class IncrementalityTests
{
    private const string Annotated =
        """
        using Klotho;
        [assembly: Expose("api")]
        namespace Shop;
        public sealed record Paid(string Order);
        public interface IBilling { Task<int> BillAsync(string order, CancellationToken cancel); }
        [ExecUnit("billing")]
        public sealed class Billing([Persist("bills")] IBlobStore bills, [PubSub("paid")] ITopic<Paid> paid) : IBilling
        {
            public Task<int> BillAsync(string order, CancellationToken cancel) => Task.FromResult(bills is null || paid is null ? 0 : 1);
            [PubSub("paid")] public Task Handle(Paid message) => Task.CompletedTask;
        }
        """;

    private const string Unrelated = "namespace Shop; public static class Prices { public static int Of(int x) => x; }";

    [Theory]
    [InlineData("Prices.cs", "namespace Shop; public static class Prices { public static int Of(int x) => x * 2; }")]
    [InlineData("Prices.cs", "namespace Shop; public static class Prices { public static int Of(int x) => x; public static int More(int y) => y; }")]
    public void An_unrelated_edit_recomputes_nothing(string file, string text) => Assert.All(ReasonsAfter(file, text), IsUnchanged);

    [Fact]
    public void An_edit_above_the_annotations_recomputes_nothing() =>
        Assert.All(ReasonsAfter("Billing.cs", Annotated.Replace("namespace Shop;", "namespace Shop;\n\n// A comment moves every line.\n")), IsUnchanged);

    [Fact]
    public void An_edit_of_a_body_recomputes_nothing() =>
        Assert.All(ReasonsAfter("Billing.cs", Annotated.Replace("0 : 1", "7 : 8")), IsUnchanged);

    [Fact]
    public void An_edit_of_an_annotation_generates_anew() =>
        Assert.Contains(IncrementalStepRunReason.Modified, ReasonsAfter("Billing.cs", Annotated.Replace("\"bills\"", "\"invoices\"")));

    private static void IsUnchanged(IncrementalStepRunReason reason) =>
        Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, reason.ToString());

    /// <summary>Why the steps that make the module, and the output, ran after a file got another text.</summary>
    private static List<IncrementalStepRunReason> ReasonsAfter(string file, string text)
    {
        var before = WiringApp.Compile("Shop", OutputKind.DynamicallyLinkedLibrary, [("Billing.cs", Annotated), ("Prices.cs", Unrelated)]);
        var tree = before.SyntaxTrees.Single(each => each.FilePath == file);
        var after = before.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, file));

        var result = WiringApp.Driver(trackSteps: true).RunGenerators(before).RunGenerators(after).GetRunResult().Results.Single();

        var steps = new[] { WiringGenerator.EntriesStep, WiringGenerator.AssemblyStep, WiringGenerator.ModuleStep }
            .SelectMany(name => result.TrackedSteps[name])
            .Concat(result.TrackedOutputSteps.SelectMany(step => step.Value));
        return steps.SelectMany(step => step.Outputs).Select(output => output.Reason).ToList();
    }
}
