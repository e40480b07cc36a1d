using Klotho.Analysis;
using Klotho.Analysis.Ide;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>
/// Files of ten thousand lines, and code that nests hundreds and thousands of levels deep, whole and cut off: the analysis ends on the stack that an editor gives
/// its threads, and finds what stands beside.
/// </summary>
public sealed class DeepCodeTests
{
    private const int Levels = 3000;

    // What generators and long tables make: not nested for who writes it, and a tree as deep as it is long for the compiler.
    private const int Parts = 10_000;

    // What takes the compiler squared time or, strings in strings, time that doubles with each level.
    private const int FewParts = 1000;
    private const int FewLevels = 100;
    private const int FewestLevels = 8;

    // What binds in more than linear time, or ends the compiler itself a little deeper, whatever the analysis does.
    private const int FewerLevels = 300;
    private const int StackOfEditors = 1024 * 1024;

    public static TheoryData<string, string> Shapes => new()
    {
        { "parentheses", $"_ = {Nested("(", "n", ")")};" },
        { "casts", $"_ = {Nested("(int)", "n", "")};" },
        { "negations", $"_ = {Nested("-(", "n", ")")};" },
        { "collections", $"object o = {Nested("(object[])[", "n", "]")};" },
        { "blocks", Nested("{ ", "", " }") },
        { "else ifs", $"{Nested("if (n > 0) n++; else ", "n--", "")};" },
        { "sums to the right", $"_ = {Nested("n + (", "n", ")", FewerLevels)};" },
        { "conditions", $"_ = {Nested("n > 0 ? 1 : ", "0", "", FewerLevels)};" },
        { "calls", $"_ = {Nested("Math.Abs(", "n", ")", FewerLevels)};" },
        { "arrays", $"object o = {Nested("new object[] { ", "n", " }", FewerLevels)};" },
        { "switches", $"_ = {Nested("n switch { 0 => ", "1", ", _ => 2 }", FewerLevels)};" },
        { "tries", Nested("try { ", "n++;", " } finally { }", FewerLevels) },
        { "generic types", $"{Nested("List<", "int", ">", FewerLevels)} list;" },
        { "fluent calls", $"_ = n{Nested(".ToString()", "", "", Parts / 2)};" },
        { "fluent calls with lambdas", $"IEnumerable<int> some = []; _ = some{Nested(".Select(each => each + 1)", "", "", FewerLevels)};" },
        { "fluent members", $"_ = new Deep.Node(){Nested(".Next", "", "", Levels)};" },
        { "concatenations", $"_ = {Nested("\"a\" + n + ", "\"b\"", "", Parts / 2)};" },
        { "constant concatenations", $"_ = {Nested("\"a\" + ", "\"b\"", "", Parts)};" },
        { "conjunctions", $"_ = {Nested("n > 0 && ", "n > 1", "", Parts)};" },
        { "default values", $"string? text = null; _ = {Nested("text ?? ", "\"\"", "", FewerLevels)};" },
        { "assignments", $"{Nested("n = ", "0", "", FewerLevels)};" },
        { "conditional access", $"Deep.Node? node = new(); _ = node{Nested("?.Next", "", "", FewerLevels)};" },
        { "indexers", $"_ = {Nested("args[", "0", "].Length", FewerLevels)};" },
        { "awaits", $"async Task M() => _ = {Nested("await Task.FromResult(", "n", ")", FewerLevels)};" },
        { "objects", $"_ = {Nested("new Deep.Node { Next = ", "null", " }", FewerLevels)};" },
        { "anonymous objects", $"_ = {Nested("new { A = ", "n", " }", FewerLevels)};" },
        { "members of initialisers", $"_ = new Deep.Node {{ {Nested("Next = { ", "", " }", FewerLevels)} }};" },
        { "tuples", $"_ = {Nested("(1, ", "n", ")", FewLevels)};" },
        { "withs", $"_ = new Deep.Leaf(1){Nested(" with { Size = 1 }", "", "", FewerLevels)};" },
        { "lambdas", $"Action a = {Nested("() => { Action a = ", "() => n++", "; }", FewerLevels)};" },
        { "curried lambdas", $"var f = {Nested("(int x) => ", "1", "", FewestLevels)};" },
        { "local functions", $"{Nested("void M() { ", "n++;", " M(); }", FewerLevels)}" },
        { "interpolations", $"_ = {Nested("$\"{", "n", "}\"", FewestLevels)};" },
        { "holes", $"_ = $\"{Nested("{n}", "", "", Parts)}\";" },
        { "patterns in parentheses", $"_ = n is {Nested("(", "> 0", ")", FewerLevels)};" },
        { "negated patterns", $"_ = n is {Nested("not ", "0", "", FewerLevels)};" },
        { "alternatives", $"_ = n is {string.Join(" or ", Enumerable.Range(0, FewerLevels))};" },
        { "patterns of members", $"_ = new Deep.Node() is {Nested("{ Next: ", "null", " }", FewLevels)};" },
        { "list patterns", $"_ = args is {Nested("[.., ", "_", "]", FewerLevels)};" },
        { "queries", $"_ = {Nested("from x in ", "args", " select x", FewerLevels)};" },
        { "clauses", $"_ = from x in args {string.Concat(Enumerable.Range(0, FewLevels).Select(each => $"let y{each} = n "))} select x;" },
        { "loops", Nested("while (n > 0) ", "n--;", "", FewerLevels) },
        { "switch statements", Nested("switch (n) { case 0: ", "n++;", " break; }", FewerLevels) },
        { "usings", Nested("using (Stream.Null) ", "n++;", "", FewerLevels) },
        { "cases", $"switch (n) {{ {string.Concat(Enumerable.Range(0, FewParts).Select(each => $"case {each}: n++; break; "))} }}" },
        { "statements", Nested("n++; ", "", "", Parts) },
        { "types", $"}} {string.Concat(Enumerable.Range(0, FewerLevels).Select(level => $"class C{level} {{ "))}{new string('}', FewerLevels)} class Last {{ void M() {{ }}" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Code_that_nests_deeply_is_analysed_on_the_stack_of_an_editor(string shape, string body)
    {
        Assert.NotEmpty(shape);
        foreach (var text in new[] { body, body[..(body.Length / 2)] })
        {
            var compilation = App.Unchecked(
            [
                ("Program.cs", """
                    var app = WebApplication.CreateBuilder(args).Build();
                    app.MapGet("/", ([Persist("s")] IBlobStore s) => s.StatAsync("a"));
                    app.MapPost("/", (string[] names) => Deep.Run(names));
                    app.Run();
                    """),
                ("Deep.cs", $"static class Deep {{ public static void Run(string[] args) {{ var n = args.Length; {text} }} public class Node {{ public Node? Next {{ get; set; }} }} public record Leaf(int Size); }}"),
            ]);

            var result = OnSmallStack(() => CapabilityAnalysis.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None));

            Assert.Contains(result.Graph.Edges.Items, edge => edge.To.Name == "s" && edge.Operations.Items.Any(operation => operation.Name == "IBlobStore.StatAsync"));
        }
    }

    /// <summary>Deeper than any stack: the compiler refuses it, and the analyzer leaves it to it.</summary>
    [Fact]
    public async Task Code_that_the_compiler_refuses_for_its_depth_does_not_throw_in_an_editor()
    {
        var compilation = App.Unchecked([("Program.cs", $"var n = args.Length; _ = {string.Concat(Enumerable.Repeat("-(", 200_000))}n{new string(')', 200_000)};")]);

        var shown = await compilation.WithAnalyzers([new KlothoAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);

        Assert.DoesNotContain(shown, found => found.Id == "AD0001");
    }

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.7)]
    [InlineData(0.31)]
    public void A_file_of_ten_thousand_lines_is_analysed(double share)
    {
        var text = $$"""
            var app = WebApplication.CreateBuilder(args).Build();
            app.MapGet("/", ([Persist("s")] IBlobStore s) => new Part0(s).Run(1));
            app.Run();
            {{string.Concat(Enumerable.Range(0, 1000).Select(number => $$"""
                class Part{{number}}(IBlobStore store)
                {
                    private int count;

                    public ValueTask<bool> Run(int n)
                    {
                        count += n;
                        return {{(number < 999 ? $"new Part{number + 1}(store).Run(count)" : "store.DeleteAsync(\"x\")")}};
                    }
                }

                """))}}
            """;
        Assert.True(text.Count(letter => letter == '\n') > 10_000);
        var compilation = App.Unchecked([("Program.cs", text[..(int)(text.Length * share)])]);

        var result = OnSmallStack(() => CapabilityAnalysis.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None));

        Assert.Contains(result.Graph.Nodes.Items, node => node.Id.Name == "s");
        if (text.Length == (int)(text.Length * share))
        {
            Assert.Equal(["IBlobStore.DeleteAsync"], Assert.Single(result.Graph.Edges.Items, edge => edge.To.Name == "s").Operations.Items.Select(each => each.Name));
        }
    }

    private static string Nested(string open, string inner, string close, int levels = Levels) =>
        string.Concat(Enumerable.Repeat(open, levels)) + inner + string.Concat(Enumerable.Repeat(close, levels));

    /// <summary>Fails with what was thrown. A stack that overflows ends the whole run of tests.</summary>
    private static T OnSmallStack<T>(Func<T> work)
    {
        T? result = default;
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(() => { result = work(); }), StackOfEditors);
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
        return Assert.IsAssignableFrom<T>(result);
    }
}
