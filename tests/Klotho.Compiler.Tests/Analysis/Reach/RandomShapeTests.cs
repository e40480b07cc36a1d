using System.Reflection;
using System.Runtime.Loader;
using Klotho.Compiler.Tests.Conventions;
using Klotho.Compiler.Tests.Harness;
using Microsoft.Extensions.DependencyInjection;

namespace Klotho.Compiler.Tests.Analysis.Reach;

/// <summary>Whatever running code does to a resource, analysis has found.</summary>
public sealed class RandomShapeTests
{
    private const int Seed = 20261122;
    private const int Count = 600;

    // Code that reflects reaches all code beside it: compilations of some shapes each keep that small.
    private const int Together = 125;

    [Fact]
    public async Task What_runs_is_in_the_graph()
    {
        var random = new Random(Seed);
        var runs = new List<ShapeRun>();
        var shapes = Enumerable.Range(0, Count).Select(number => new RandomShape(random, number)).Select(shape => (Shape: shape, Source: shape.Source())).ToList();

        // An application that does not say what it registers has all services widened: the others are in applications that do.
        foreach (var together in shapes.ToLookup(each => each.Shape.HidesServices).SelectMany(same => same.Chunk(Together)))
        {
            runs.AddRange(await Runs(together));
        }

        Assert.Empty(RandomShape.AllKinds.Except(runs.SelectMany(run => run.Kinds)));
        var wrong = runs.Where(run => run.Ran.Count == 0 || run.Lost.Count > 0).ToList();
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {Count}:\n{string.Join("\n\n", wrong.Take(12).Select(run => $"Ran [{string.Join(" ", run.Ran)}], lost [{string.Join(" ", run.Lost)}] in\n{run.Source}"))}");
        MarkedDocument.Check(Path.Combine(Repository.Root, "docs/reach.md"), [("shapes", ShapeRun.Table(runs, RandomShape.AllKinds))]);
    }

    private static async Task<IReadOnlyList<ShapeRun>> Runs(IReadOnlyList<(RandomShape Shape, string Source)> shapes)
    {
        var compilation = App.Compile(shapes.Select(each => ($"Shape{each.Shape.Number}.cs", "using Microsoft.Extensions.DependencyInjection.Extensions;\n" + each.Source))
            .Prepend(("Program.cs", $"var builder = WebApplication.CreateBuilder(args);\n{string.Concat(shapes.Select(each => $"Types{each.Shape.Number}.Register(builder.Services);\n"))}builder.Build().Run();")));
        var found = App.Analyze(compilation).Graph.Edges.Items
            .ToLookup(edge => (edge.From.Name, edge.To.Name), edge => edge.Operations.Items.Select(operation => operation.Name.Split('.')[1]));

        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        image.Position = 0;
        var assembly = new AssemblyLoadContext(null).LoadFromStream(image);
        var runs = new List<ShapeRun>();
        foreach (var (shape, source) in shapes)
        {
            runs.Add(new(source, [.. shape.Kinds], await Run(assembly, shape.Number), found[($"u{shape.Number}", $"s{shape.Number}")].SelectMany(operations => operations).ToHashSet()));
        }

        return runs;
    }

    // As a process of the unit would: the services that the application registers, and the handler's class from them.
    private static async Task<IReadOnlySet<string>> Run(Assembly assembly, string number)
    {
        var shape = assembly.GetType($"Shape{number}") ?? throw new MissingMethodException();
        var type = shape.GetConstructors()[0].GetParameters()[0].ParameterType;
        var (resource, operations) = Recorder.Of(type);
        var services = new ServiceCollection();
        services.AddKeyedSingleton(type, $"s{number}", resource);
        services.AddSingleton(shape);
        Call(assembly.GetType($"Types{number}"), "Register", null, services);
        await using var provider = services.BuildServiceProvider();
        await (Task)(Call(shape, "Handle", provider.GetRequiredService(shape), CancellationToken.None) ?? throw new InvalidOperationException());
        return operations;
    }

    private static object? Call(Type? type, string method, object? instance, object argument) =>
        (type?.GetMethod(method) ?? throw new MissingMethodException()).Invoke(instance, BindingFlags.DoNotWrapExceptions, null, [argument], null);
}
