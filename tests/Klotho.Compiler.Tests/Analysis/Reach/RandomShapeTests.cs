using System.Reflection;
using System.Runtime.Loader;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>Whatever running code does to a resource, analysis has found.</summary>
public sealed class RandomShapeTests
{
    private const int Count = 320;

    [Theory]
    [InlineData(20261122)]
    public async Task What_runs_is_in_the_graph(int seed)
    {
        var random = new Random(seed);
        var sources = Enumerable.Range(0, Count).Select(number => new RandomShape(random, number).Source()).ToList();
        var mappings = Enumerable.Range(0, Count).Select(number => $"app.MapGet(\"/{number}\", Shape{number}.Handle);");
        var compilation = App.Compile(sources.Select((source, number) => ($"Shape{number}.cs", source))
            .Prepend(("Program.cs", $"var app = WebApplication.CreateBuilder(args).Build();\n{string.Join("\n", mappings)}\napp.Run();")));
        var graph = App.Analyze(compilation).Graph;
        var found = graph.Edges.Items.ToLookup(edge => edge.To.Name, edge => edge.Operations.Items.Select(operation => operation.Name.Split('.')[1]));

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var assembly = new AssemblyLoadContext(null).LoadFromStream(image);
        var missing = new List<string>();
        for (var number = 0; number < Count; number++)
        {
            var ran = await Run(assembly, number);
            var lost = ran.Except(found[$"s{number}"].SelectMany(operations => operations)).ToList();
            if (ran.Count == 0 || lost.Count > 0)
            {
                missing.Add($"Ran [{string.Join(" ", ran)}], lost [{string.Join(" ", lost)}] in\n{sources[number]}");
            }
        }

        Assert.True(missing.Count == 0, $"{missing.Count} of {Count}:\n{string.Join("\n\n", missing.Take(12))}");
    }

    private static async Task<IReadOnlySet<string>> Run(Assembly assembly, int number)
    {
        var handle = assembly.GetType($"Shape{number}")?.GetMethod("Handle") ?? throw new MissingMethodException();
        var (resource, operations) = Recorder.Of(handle.GetParameters()[0].ParameterType);
        await (Task)(handle.Invoke(null, [resource]) ?? throw new InvalidOperationException());
        return operations;
    }
}
