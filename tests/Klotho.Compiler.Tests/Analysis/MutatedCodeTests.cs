using System.Diagnostics;
using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Real C# with pieces lost, doubled, moved and exchanged: the analysis neither throws nor hangs.</summary>
public sealed class MutatedCodeTests
{
    private const int MutantsOfEach = 12;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    public static TheoryData<string> Programs =>
        ["Analysis/deck", "Analysis/shapes", "Analysis/units", .. Golden.CasesOf("RouteApps").Cast<object[]>().Select(each => $"RouteApps/{each[0]}")];

    [Theory]
    [MemberData(nameof(Programs))]
    public void Mutated_code_is_analysed(string program)
    {
        var (stage, name) = (program.Split('/')[0], program.Split('/')[1]);
        var random = new Random(20261122);
        var files = Golden.Sources(stage, name).ToLookup(file => file.Path.StartsWith("library/", StringComparison.Ordinal));
        var complete = App.Compile(files[false], files[true].Any() ? [App.Library("Library", files[true])] : []);
        var trees = complete.SyntaxTrees.Where(tree => tree.FilePath.EndsWith(".cs", StringComparison.Ordinal) && !tree.FilePath.Contains("/obj/", StringComparison.Ordinal)).ToList();
        for (var number = 0; number < MutantsOfEach; number++)
        {
            var tree = trees[random.Next(trees.Count)];
            var text = Mutant(random, tree, random.Next(1, 5));
            var compilation = complete.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
            var watch = Stopwatch.StartNew();
            var exception = Record.Exception(() => CapabilityAnalysis.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None));

            Assert.True(exception is null, $"{exception}\n\n{text}");
            Assert.True(watch.Elapsed < Longest, $"{watch.Elapsed} for\n{text}");
        }
    }

    private static string Mutant(Random random, SyntaxTree tree, int changes)
    {
        var text = tree.ToString();
        for (var change = 0; change < changes; change++)
        {
            var tokens = CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options).GetRoot().DescendantTokens().Where(token => token.Span.Length > 0).ToList();
            if (tokens.Count == 0)
            {
                break;
            }

            var (one, other) = (tokens[random.Next(tokens.Count)], tokens[random.Next(tokens.Count)]);
            var node = one.Parent?.AncestorsAndSelf().Skip(random.Next(4)).FirstOrDefault(each => each.Span.Length < 400);
            text = random.Next(5) switch
            {
                0 => text.Remove(one.SpanStart, one.Span.Length),
                1 => text.Insert(one.SpanStart, other.Text + " "),
                2 => text.Remove(one.SpanStart, one.Span.Length).Insert(one.SpanStart, other.Text),
                3 when node is not null => text.Remove(node.SpanStart, node.Span.Length),
                _ when node is not null => text.Insert(Math.Min(other.SpanStart, text.Length), node + " "),
                _ => text[..one.SpanStart],
            };
        }

        return text;
    }
}
