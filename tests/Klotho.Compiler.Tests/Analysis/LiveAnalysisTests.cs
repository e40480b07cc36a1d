using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit.Documents;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>A process that stays says after each edit what a new one would say, byte by byte.</summary>
public sealed class LiveAnalysisTests
{
    // 250 of each were tried when this was written; more of them find no more, and take minutes.
    private const int Edits = 8;
    private const int Attempts = 200;

    [Theory]
    [MemberData(nameof(MutatedCodeTests.Programs), MemberType = typeof(MutatedCodeTests))]
    public void After_random_edits_the_analysis_is_that_of_a_new_process(string name)
    {
        var (stage, folder) = (name.Split('/')[0], name.Split('/')[1]);
        var random = new Random(20261123);
        var files = Golden.Sources(stage, folder).ToLookup(file => file.Path.StartsWith("library/", StringComparison.Ordinal));
        var standing = (CSharpCompilation)App.Compile(files[false], files[true].Any() ? [App.Library("Library", files[true])] : []);
        var statements = standing.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<StatementSyntax>()
            .Where(statement => statement.Parent is BlockSyntax or GlobalStatementSyntax).Select(statement => statement.ToString()).ToList();
        var earlier = new List<CSharpCompilation> { standing };
        var live = new LiveAnalysis();
        var (quick, full) = (0, 0);
        Check(live, standing, "");
        for (var round = 0; quick + full < Edits && round < Attempts; round++)
        {
            var trees = standing.SyntaxTrees.Where(tree => !tree.FilePath.Contains("/obj/", StringComparison.Ordinal)).ToList();
            var tree = trees[random.Next(trees.Count)];
            var text = RandomEdit.Of(tree.ToString(), statements, random);
            var edited = random.Next(12) == 0 ? earlier[random.Next(earlier.Count)]
                : standing.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));

            // What does not compile is not analysed.
            if (edited.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            {
                continue;
            }

            Check(live, edited, $"{name}, round {round}: from\n{tree}\nto\n{text}");
            (quick, full) = live.WasQuick ? (quick + 1, full) : (quick, full + 1);
            standing = edited;
            earlier.Add(edited);
        }

        Assert.True(quick + full == Edits && quick > 2, $"{quick} edits were quick, {full} were not.");
    }

    private static void Check(LiveAnalysis live, CSharpCompilation compilation, string what)
    {
        var actual = Text(live.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None));
        var expected = Text(App.Analyze(compilation));
        Assert.True(expected == actual, $"{what}\n---- expected\n{expected}\n---- actual\n{actual}");
    }

    private static string Text(AnalysisResult result) => string.Join(
        '\n',
        [GraphDocument.Print(result.Graph).Text, .. result.Diagnostics.Items.Select(each => $"{string.Join(' ', each.Locations.Items)} {each.Rule.Code} {each.Message}"), .. result.Graph.TrimObstacles.Items.Select(each => $"{each}")]);
}
