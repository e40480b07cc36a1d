using Klotho.Analysis.Attribution;
using Klotho.Compiler.Tests.Harness;

namespace Klotho.Compiler.Tests.Analysis;

/// <summary>Which files each unit is made of: never one too few.</summary>
public sealed class FileAttributionTests
{
    private const string Program = """
        using Klotho;
        [assembly: Expose("shop")]
        Startup.Prepare();
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        builder.Services.AddSingleton<Prices>();
        var app = builder.Build();
        app.MapKlotho();
        app.MapPost("/orders/{id}", PlaceOrder.HandleAsync);
        app.Run();
        """;

    private const string Worker = """
        using Klotho;
        [ExecUnit("packing")]
        public sealed class Packing(IBoxes boxes)
        {
            [PubSub("placed")]
            public Task Handle(Placed placed, CancellationToken cancel) { boxes.Fill(placed.Lines.Count * Sizes.Margin); return Task.CompletedTask; }
        }
        """;

    private static readonly (string Path, string Text)[] Files =
    [
        ("Program.cs", Program),
        ("PlaceOrder.cs", """
            using Klotho;
            public static class PlaceOrder
            {
                public static Task HandleAsync(string id, Prices prices, [PubSub("placed")] ITopic<Placed> placed) => placed.PublishAsync(new Placed(id, [new Line(prices.Of(id))])).AsTask();
            }
            """),
        ("Prices.cs", "public sealed class Prices { public int Of(string id) => Tariff.Base + id.Length; }"),
        ("Tariff.cs", "public static class Tariff { public const int Base = 3; }"),
        ("Startup.cs", "public static class Startup { public static void Prepare() => Banner.Show(); }"),
        ("Banner.cs", "public static class Banner { public static void Show() => Console.WriteLine(Words.Greeting); }"),
        ("Words.cs", "public static class Words { public static readonly string Greeting = \"hello\"; }"),
        ("Packing.cs", Worker),
        ("IBoxes.cs", "public interface IBoxes { void Fill(int count); }"),
        ("Boxes.cs", "public sealed class Boxes : IBoxes { public void Fill(int count) => Console.WriteLine(new Tape { Length = count }); }"),
        ("Tape.cs", "public sealed record Tape { public int Length { get; init; } public string Label => Labels.Of(Length); }"),
        ("Labels.cs", "public static class Labels { public static string Of(int length) => Ink.Colour + length; }"),
        ("Ink.cs", "public static class Ink { public static string Colour => \"red\"; }"),
        ("Placed.cs", "public sealed record Placed(string Id, IReadOnlyList<Line> Lines);"),
        ("Line.cs", "public sealed record Line(int Price);"),
        ("Sizes.cs", "public static class Sizes { public const int Margin = 2; }"),
        ("Unused.cs", "public static class Unused { public static void Never() { } }"),
        ("Globals.cs", "global using System.Text;"),
    ];

    private static readonly string[] Everywhere = ["Banner.cs", "Globals.cs", "Program.cs", "Startup.cs", "Words.cs"];
    private static readonly string[] Shared = ["Line.cs", "Placed.cs"];

    [Fact]
    public void A_unit_is_made_of_what_it_reaches_what_that_names_and_what_starts_any_process()
    {
        var units = Attribute(Files);

        // A constant is nowhere in what runs, a serialiser calls a property, and dependency injection chooses the class: all count.
        Assert.Equal(Sorted([.. Everywhere, .. Shared, "Packing.cs", "IBoxes.cs", "Boxes.cs", "Tape.cs", "Labels.cs", "Ink.cs", "Sizes.cs"]), units["packing"]);
        Assert.Equal(Sorted([.. Everywhere, .. Shared, "PlaceOrder.cs", "Prices.cs", "Tariff.cs"]), units["main"]);
    }

    /// <summary>What the analysis sees of a unit's operations, it sees in files of the unit.</summary>
    [Fact]
    public void Every_step_to_an_operation_lies_in_a_file_of_the_unit()
    {
        var units = Attribute(Files);
        var graph = App.Analyze(App.Compile(Files)).Graph;
        var steps = graph.Edges.Items.Where(edge => units.ContainsKey(edge.From.Name))
            .SelectMany(edge => edge.Operations.Items.SelectMany(operation => operation.Witness.Items).Select(step => (Unit: edge.From.Name, File: step.Location.Path.Value)))
            .ToList();

        Assert.NotEmpty(steps);
        Assert.All(steps, step => Assert.Contains(step.File, units[step.Unit]));
    }

    private static Dictionary<string, string[]> Attribute(IEnumerable<(string Path, string Text)> files) =>
        FileAttribution.Run(new(App.Compile(files), new("app"), new(App.Root)), CancellationToken.None).Items
            .ToDictionary(unit => unit.Unit.Name, unit => unit.Files.Items.Select(file => file.Value).Where(file => !file.StartsWith("obj/", StringComparison.Ordinal)).ToArray());

    private static string[] Sorted(IEnumerable<string> files) => [.. files.Order(StringComparer.Ordinal)];
}
