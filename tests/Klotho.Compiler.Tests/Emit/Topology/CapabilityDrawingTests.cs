using System.Text.Json;
using System.Xml.Linq;
using Klotho.Analysis.Graph;
using Klotho.Compiler.Tests.Harness;
using Klotho.Emit;
using Klotho.Emit.Topology;

namespace Klotho.Compiler.Tests.Emit.Topology;

/// <summary>An application is drawn before anything is planned.</summary>
public sealed class CapabilityDrawingTests
{
    private const string Program = """
        using Klotho;
        [assembly: Expose("shop-api")]
        var builder = WebApplication.CreateBuilder(args);
        builder.AddKlotho();
        var app = builder.Build();
        app.MapKlotho();
        app.MapPost("/orders/{id}", async (string id, [Persist("orders")] IKeyValueStore<string> orders, [PubSub("order-placed")] ITopic<Placed> placed) =>
        {
            await orders.PutAsync(id, "new");
            await placed.PublishAsync(new Placed(id));
        });
        app.Run();

        public sealed record Placed(string Id);

        [ExecUnit("packing")]
        public sealed class Packing([Persist("orders")] IKeyValueStore<string> orders)
        {
            [PubSub("order-placed")]
            public async Task Handle(Placed placed, CancellationToken cancel) => await orders.GetAsync(placed.Id, cancel);
        }
        """;

    private static readonly CapabilityGraph Graph = App.Analyze(Program).Graph;

    /// <summary>Graphviz itself says what it read.</summary>
    [Fact]
    public void Graphviz_reads_every_node_and_what_happens_between_them()
    {
        var tool = new NodeTool("tests/Klotho.Compiler.Tests/Emit/Topology/Graphviz", "graphviz");
        using var read = JsonDocument.Parse(tool.Run(CapabilityDrawing.Dot(Graph, CapabilityCatalogue.All.Capabilities)));

        Assert.Equal("app", read.RootElement.GetProperty("name").GetString());
        Assert.Equal(
            ["exec_unit:main main\\nUnit box", "exec_unit:packing packing\\nUnit box", "gateway:shop-api shop-api\\nGateway hexagon", "kv:orders orders\\nStore cylinder", "pubsub:order-placed order-placed\\nTopic cds"],
            Lines(read, "nodes", "name", "label", "shape"));
        Assert.Equal(
            [
                "exec_unit:main kv:orders put",
                "exec_unit:main pubsub:order-placed publish",
                "exec_unit:packing kv:orders get",
                "gateway:shop-api exec_unit:main 1 route",
                "pubsub:order-placed exec_unit:packing handle",
            ],
            Lines(read, "edges", "from", "to", "label"));
        Assert.All(read.RootElement.GetProperty("nodes").EnumerateArray(), node => Assert.True(node.GetProperty("drawn").GetBoolean()));
    }

    [Fact]
    public void A_picture_shows_what_each_node_is_and_names_no_host()
    {
        var svg = XDocument.Parse(CapabilityDrawing.Svg(Graph, CapabilityCatalogue.All.Capabilities));
        var words = svg.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value).ToList();

        Assert.Equal("app: what it needs and who touches what", svg.Descendants().First(element => element.Name.LocalName == "title").Value);
        Assert.All(["shop-api", "main", "packing", "orders", "order-placed", "Store"], word => Assert.Contains(word, words));
        Assert.DoesNotContain(words, word => word.Contains("Lambda", StringComparison.Ordinal) || word.Contains("DynamoDB", StringComparison.Ordinal));
    }

    [Fact]
    public void Mermaid_text_has_a_line_for_each_node_and_arrow()
    {
        var lines = CapabilityDrawing.Mermaid(Graph, CapabilityCatalogue.All.Capabilities).TrimEnd('\n').Split('\n');

        Assert.Equal("flowchart LR", lines[0]);
        Assert.Contains("    kv_orders[(\"orders<br/><small>Store</small>\")]", lines);
        Assert.Contains("    exec_unit_packing -->|\"get\"| kv_orders", lines);
        Assert.Equal(1 + 5 + 5, lines.Length);
    }

    private static IEnumerable<string> Lines(JsonDocument read, string list, params string[] members) => read.RootElement.GetProperty(list).EnumerateArray()
        .Select(item => string.Join(' ', members.Select(member => item.GetProperty(member).GetString())))
        .Order(StringComparer.Ordinal);
}
