using Klotho.Analysis;
using Klotho.Compiler.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Code as it is while it is typed, and code as only generators write it.</summary>
public sealed class RobustnessTests
{
    private const string Whole = """
        var app = WebApplication.CreateBuilder(args).Build();
        var api = app.MapGroup("/api").WithTags("x");
        api.MapGet("/{id}", async ([Persist("s")] IBlobStore s, string id) => s is { } b ? await b.StatAsync(id) : null);
        app.MapMethods("/m", ["GET", HttpMethods.Put], ([Config("c")] IConfigValue<int> c) => c.Value);
        app.MapHub<Chat>("/chat");
        app.Run();

        record Deps([Persist("s")] IBlobStore S, int N) { public void Deconstruct(out int n) => n = N; }
        class Chat : Microsoft.AspNetCore.SignalR.Hub { [PubSub("t")] public Task Handle(string m) => Task.CompletedTask; }
        [ExecUnit("u")] class Worker([PubSub("t")] ITopic<string> t) { [Schedule("n", "0 3 * * *")] public Task Run() => t.PublishAsync("x").AsTask(); }
        """;

    [Fact]
    public void Half_typed_code_is_analysed()
    {
        var complete = App.Compile(Whole);
        var tree = complete.SyntaxTrees.Single(each => each.FilePath.EndsWith("Program.cs", StringComparison.Ordinal));
        for (var length = 0; length < Whole.Length; length += 11)
        {
            Analyze(complete, tree, Whole[..length]);
            Analyze(complete, tree, Whole.Remove(length, Math.Min(9, Whole.Length - length)));
        }
    }

    [Fact]
    public void Code_that_nests_deeply_is_analysed()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("n", 3000));
        var blocks = string.Concat(Enumerable.Repeat("{ ", 300)) + "s.DeleteAsync(\"a\");" + string.Concat(Enumerable.Repeat(" }", 300));
        var lambdas = string.Concat(Enumerable.Range(0, 60).Select(depth => $"Action a{depth} = () => {{ ")) + "s.StatAsync(\"a\");" + string.Concat(Enumerable.Repeat(" };", 60));
        var chain = string.Concat(Enumerable.Repeat(".Append(n)", 1000));
        var result = App.Analyze($$"""
            var app = WebApplication.CreateBuilder(args).Build();
            var n = args.Length;
            app.MapGet("/a", ([Persist("s")] IBlobStore s) => { {{blocks}} });
            app.MapGet("/b", ([Persist("s")] IBlobStore s) => { {{lambdas}} });
            Console.WriteLine({{sum}});
            Console.WriteLine(new System.Text.StringBuilder(){{chain}});
            app.Run();
            """);

        Assert.Equal(["IBlobStore.DeleteAsync", "IBlobStore.StatAsync"], result.Graph.Edges.Items.Single(edge => edge.To.Name == "s").Operations.Items.Select(each => each.Name));
    }

    private static void Analyze(Compilation complete, SyntaxTree tree, string text)
    {
        var compilation = complete.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath));
        var first = CapabilityAnalysis.Run(new(compilation, new("app"), new(App.Root)), CancellationToken.None);
        Assert.NotEmpty(first.Graph.Nodes);
    }
}
