using Klotho.Analysis.Fixes;
using Klotho.Analysis.Ide;
using Klotho.Compiler.Tests.Wiring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Compiler.Tests.Ide;

/// <summary>What an editor offers at the bulb: it mends what is underlined, compiles, and changes nothing else.</summary>
public sealed class KlothoCodeFixTests
{
    private const string Shop =
        """
        using Klotho;

        namespace Shop;

        public sealed record Paid(string Order);

        public interface IBilling
        {
            Task BillAsync(string order, int count = 1, CancellationToken cancel = default);
        }

        [ExecUnit("billing")]
        public sealed class Billing([Persist("bills")] IBlobStore bills, [Persist("lines")] IKeyValueStore<Paid> lines, [PubSub("paid")] ITopic<Paid> paid) : IBilling
        {
            public async Task BillAsync(string order, int count = 1, CancellationToken cancel = default)
            {
                await bills.DeleteAsync(order, cancel);
                await lines.PutAsync(order, new(order), cancel: cancel);
                await paid.PublishAsync(new(order), cancel);
            }

            [PubSub("paid")]
            public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;
        }

        [ExecUnit("desk")]
        public sealed class Desk(IBilling billing)
        {
            [PubSub("paid")]
            public async Task Hear(Paid message, CancellationToken cancel)
            {
                await billing.BillAsync(message.Order, cancel: cancel);
            }
        }
        """;

    [Theory]
    [InlineData("KL1001", "[Persist(\"bills\")]", "[Persist(\"SlideBills_2\")]", "[Persist(\"slide-bills-2\")]", "Call it \"slide-bills-2\"")]
    [InlineData("KL1001", "[PubSub(\"paid\")] ITopic", "[PubSub(\"1. paid!\")] ITopic", "[PubSub(\"paid\")] ITopic", "Call it \"paid\"")]
    [InlineData("KL1013", "(string order, int count = 1, CancellationToken cancel = default)", "(in string order, int count = 1, CancellationToken cancel = default)", "(string order, int count = 1, CancellationToken cancel = default)", "Pass 'order' by value")]
    [InlineData("KL1074", "await paid.PublishAsync(new(order), cancel);", "paid.PublishAsync(new(order), cancel);", "await paid.PublishAsync(new(order), cancel);", "Await it")]
    [InlineData("KL1074", "await paid.PublishAsync(new(order), cancel);", "_ = paid.PublishAsync(new(order), cancel); // later", "await paid.PublishAsync(new(order), cancel); // later", "Await it")]
    [InlineData("KL1076", "await billing.BillAsync(message.Order, cancel: cancel);", "billing.BillAsync(message.Order, cancel: cancel).Wait();", "await billing.BillAsync(message.Order, cancel: cancel);", "Await it")]
    [InlineData("KL1076", "await billing.BillAsync(message.Order, cancel: cancel);", "billing.BillAsync(message.Order, cancel: cancel).GetAwaiter().GetResult();", "await billing.BillAsync(message.Order, cancel: cancel);", "Await it")]
    [InlineData("KL1076", "await bills.DeleteAsync(order, cancel);", "var size = bills.StatAsync(order, cancel).AsTask().Result?.Length;", "var size = (await bills.StatAsync(order, cancel).AsTask())?.Length;", "Await it")]
    [InlineData("KL1076", "await bills.DeleteAsync(order, cancel);", "Thread.Sleep(10);", "await Task.Delay(10);", "Await it")]
    [InlineData("KL1077", "await paid.PublishAsync(new(order), cancel);", "await paid.PublishAsync(new(order));", "await paid.PublishAsync(new(order), cancel);", "Pass 'cancel'")]
    [InlineData("KL1077", "await lines.PutAsync(order, new(order), cancel: cancel);", "await lines.PutAsync(order, new(order));", "await lines.PutAsync(order, new(order), cancel: cancel);", "Pass 'cancel'")]
    [InlineData("KL1077", "await billing.BillAsync(message.Order, cancel: cancel);", "await billing.BillAsync(message.Order);", "await billing.BillAsync(message.Order, cancel: cancel);", "Pass 'cancel'")]
    public async Task One_edit_mends_it(string rule, string code, string mistake, string mended, string title)
    {
        var wrong = Shop.Replace(code, mistake, StringComparison.Ordinal);
        var at = wrong.IndexOf(mistake, StringComparison.Ordinal);

        var offered = Assert.Single(await Offered(wrong, rule));

        Assert.Equal(title, offered.Title);
        Assert.Equal(wrong[..at] + mended + wrong[(at + mistake.Length)..], offered.Code);
        Assert.DoesNotContain(await Analyze(Document(offered.Code)), found => found.Id == rule);
    }

    [Fact]
    public async Task A_type_in_the_same_file_is_made_visible()
    {
        var wrong = Shop.Replace("IKeyValueStore<Paid> lines", "IKeyValueStore<Billing.Line> lines", StringComparison.Ordinal)
            .Replace("new(order), cancel: cancel", "new(1), cancel: cancel", StringComparison.Ordinal)
            .Replace("    [PubSub(\"paid\")]\n    public Task Handle", "    private sealed record Line(int Count);\n\n    [PubSub(\"paid\")]\n    public Task Handle", StringComparison.Ordinal);

        var offered = Assert.Single(await Offered(wrong, "KL1006"));

        Assert.Equal("Make 'Line' internal", offered.Title);
        Assert.Equal(wrong.Replace("private sealed record Line", "internal sealed record Line", StringComparison.Ordinal), offered.Code);
    }

    /// <summary>What more than one edit would mend is not offered half.</summary>
    [Theory]
    [InlineData("KL1001", "[Persist(\"bills\")]", "[Persist(\"123\")]")]
    [InlineData("KL1013", "CancellationToken cancel = default);", "CancellationToken cancel = default);\n    Task CountAsync(out int count);")]
    [InlineData("KL1074", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(Paid message, CancellationToken cancel) { bills.DeleteAsync(\"x\", cancel); return Task.CompletedTask; }")]
    [InlineData("KL1076", "public Task Handle(Paid message, CancellationToken cancel) => Task.CompletedTask;", "public Task Handle(Paid message, CancellationToken cancel) { bills.DeleteAsync(\"x\", cancel).AsTask().Wait(); return Task.CompletedTask; }")]
    public async Task Nothing_is_offered_where_one_edit_is_not_enough(string rule, string code, string mistake)
    {
        var wrong = Shop.Replace(code, mistake, StringComparison.Ordinal);

        Assert.Contains(await Analyze(Document(wrong)), found => found.Id == rule);
        Assert.Empty(await Offered(wrong, rule));
    }

    [Fact]
    public void Fixes_are_for_rules_that_the_analyzer_has_and_can_be_applied_to_all() =>
        Assert.Multiple(
            () => Assert.Subset(new KlothoAnalyzer().SupportedDiagnostics.Select(each => each.Id).ToHashSet(), new KlothoCodeFixProvider().FixableDiagnosticIds.ToHashSet()),
            () => Assert.Same(WellKnownFixAllProviders.BatchFixer, new KlothoCodeFixProvider().GetFixAllProvider()));

    private static async Task<List<(string Title, string Code)>> Offered(string text, string rule)
    {
        var document = Document(text);
        var offered = new List<(string, string)>();
        foreach (var diagnostic in (await Analyze(document)).Where(found => found.Id == rule))
        {
            var actions = new List<CodeAction>();
            await new KlothoCodeFixProvider().RegisterCodeFixesAsync(new(document, diagnostic, (action, _) => actions.Add(action), CancellationToken.None));
            foreach (var action in actions)
            {
                var change = Assert.IsType<ApplyChangesOperation>(Assert.Single(await action.GetOperationsAsync(CancellationToken.None)));
                var changed = change.ChangedSolution.GetDocument(document.Id);
                Assert.NotNull(changed);
                offered.Add((action.Title, $"{await changed.GetTextAsync()}"));
            }
        }

        return offered;
    }

    private static async Task<IEnumerable<Diagnostic>> Analyze(Document document)
    {
        var app = Assert.IsType<CSharpCompilation>(await document.Project.GetCompilationAsync());
        return await WiringApp.Generate(app).Compilation.WithAnalyzers([new KlothoAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
    }

    /// <summary>The text in a project as an IDE has it open.</summary>
    private static Document Document(string text)
    {
        var app = WiringApp.Library("Shop", text);
        var project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Shop", "Shop", LanguageNames.CSharp,
            compilationOptions: app.Options, parseOptions: app.SyntaxTrees[0].Options, metadataReferences: app.References));
        foreach (var tree in app.SyntaxTrees)
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(), filePath: tree.FilePath).Project;
        }

        return project.Documents.Last();
    }
}
