using System.Collections.Immutable;
using Klotho.Analysis;
using Klotho.Analysis.Ide;
using Klotho.Compiler.Tests.Harness;
using Klotho.Compiler.Tests.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Compiler.Tests.Ide;

/// <summary>What an editor underlines.</summary>
public sealed class KlothoAnalyzerTests
{
    private const string Shop =
        """
        using Klotho;

        namespace Shop;

        public sealed record Paid(string Order);

        [ExecUnit("billing")]
        public sealed class Billing([Persist("bills")] IBlobStore bills, [PubSub("paid")] ITopic<Paid> paid)
        {
            private sealed record Line(int Count);

            public async Task Pay(CancellationToken cancel)
            {
                await bills.DeleteAsync("x", cancel);
                await paid.PublishAsync(new("x"), cancel);
            }

            [PubSub("paid")]
            public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;
        }
        """;

    [Fact]
    public async Task Code_without_a_mistake_is_left_alone() => Assert.Empty(await Underlined(Shop));

    [Theory]
    [InlineData("\"bills\"", "\"Bills!\"", "KL1001", "\"Bills!\"")]
    [InlineData("IBlobStore bills", "IServiceProvider bills", "KL1003", "IServiceProvider")]
    [InlineData("IBlobStore bills", "IKeyValueStore<Line> bills", "KL1006", "IKeyValueStore<Line>")]
    [InlineData("public Task Handle(Paid message,", "public void Handle(Paid message,", "KL1020", "Handle")]
    [InlineData("public Task Handle(", "public Task Handle(Paid message) => Task.CompletedTask; [PubSub(\"paid\")] public Task Handle(", "KL1024", "Handle")]
    public async Task A_mistake_is_underlined(string code, string mistake, string rule, string underlined)
    {
        var found = Assert.Single(await Underlined(Shop.Replace(code, mistake, StringComparison.Ordinal)), each => each.Rule == rule);

        Assert.Equal(underlined, found.Text);
    }

    /// <summary>An editor shows the file that it has open, whatever the code says that it was made of.</summary>
    [Fact]
    public async Task A_mistake_in_generated_code_is_underlined_where_the_compiler_reads_it()
    {
        var found = Assert.Single(await Underlined(Shop.Replace("[ExecUnit", "#line 7 \"/app/Billing.y\"\n[ExecUnit", StringComparison.Ordinal).Replace("\"bills\"", "\"Bills!\"", StringComparison.Ordinal)), each => each.Rule == "KL1001");

        Assert.Equal("\"Bills!\"", found.Text);
    }

    [Fact]
    public async Task A_project_without_the_runtime_is_left_alone() =>
        Assert.Empty(await Analyze(WiringApp.Library("Shop", "class C;").RemoveReferences(ReferenceAssemblies.Runtime)));

    /// <summary>An analyzer that throws is reported by the compiler as AD0001.</summary>
    [Fact]
    public async Task Half_typed_code_does_not_throw()
    {
        for (var length = 0; length < Shop.Length; length += 41)
        {
            var app = WiringApp.Library("Shop", Shop[..length]);

            Assert.DoesNotContain(await Analyze(app), each => each.Id == "AD0001");
        }
    }

    [Fact]
    public void Every_rule_of_the_analysis_is_offered_with_its_page() =>
        Assert.Equal(
            AnalysisRules.All.Items.Select(rule => (rule.Code.Value, rule.DocsPage)),
            new KlothoAnalyzer().SupportedDiagnostics.Select(descriptor => (descriptor.Id, descriptor.HelpLinkUri)));

    private static async Task<List<(string Rule, string Text)>> Underlined(string text) =>
        [.. (await Analyze(WiringApp.Library("Shop", text)))
            .Where(found => found.Severity >= DiagnosticSeverity.Warning)
            .Select(found => (found.Id, text[found.Location.SourceSpan.Start..found.Location.SourceSpan.End]))];

    private static Task<ImmutableArray<Diagnostic>> Analyze(CSharpCompilation app) =>
        WiringApp.Generate(app).Compilation.WithAnalyzers([new KlothoAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
}
