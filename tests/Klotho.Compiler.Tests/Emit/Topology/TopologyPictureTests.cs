using System.Collections.Concurrent;
using System.Text.Json;
using Klotho.Emit.Output;

namespace Klotho.Compiler.Tests.Emit.Topology;

/// <summary>The picture of an application can be read, whatever its size. docs/output.md says what it looked like to people.</summary>
public sealed class TopologyPictureTests
{
    // Units beside the default one; with these there are 5, 21, 103 and some 290 nodes.
    private const int Five = 1;
    private const int Twenty = 6;
    private const int Hundred = 30;
    private const int Hundreds = 80;

    private static readonly ConcurrentDictionary<int, OutputTree> Outputs = new();

    [Theory]
    [InlineData(Five, 5)]
    [InlineData(Twenty, 20)]
    [InlineData(Hundred, 100)]
    [InlineData(Hundreds, 280)]
    public void No_box_and_no_label_touches_another(int units, int nodes)
    {
        var drawn = Draw(units);
        var all = drawn.Boxes.Concat(drawn.Labels).ToList();

        using var topology = Json(units);
        Assert.InRange(topology.RootElement.GetProperty("nodes").GetArrayLength(), nodes, nodes + 10);
        Assert.NotEmpty(drawn.Boxes);
        Assert.Equal(drawn.Arrows.Count, drawn.Labels.Count);
        Assert.Empty(Enumerable.Range(0, all.Count).SelectMany(one => Enumerable.Range(one + 1, all.Count - one - 1)
            .Where(other => all[one].X < all[other].X + all[other].Width && all[other].X < all[one].X + all[one].Width &&
                all[one].Y < all[other].Y + all[other].Height && all[other].Y < all[one].Y + all[one].Height)
            .Select(other => (all[one], all[other]))));
        Assert.All(all, area => Assert.True(area.X >= 0 && area.Y >= 0 && area.X + area.Width <= drawn.Width && area.Y + area.Height <= drawn.Height, $"{area} is outside"));
    }

    [Theory]
    [InlineData(Five)]
    [InlineData(Twenty)]
    [InlineData(Hundred)]
    [InlineData(Hundreds)]
    public void No_arrow_runs_through_a_box_or_the_label_of_another(int units)
    {
        var drawn = Draw(units);

        Assert.Empty(drawn.Arrows.SelectMany((arrow, index) => arrow.SelectMany(point => drawn.Boxes
            .Concat(drawn.Labels.Where((_, label) => label != index))
            .Where(area => point.X > area.X + 1 && point.X < area.X + area.Width - 1 && point.Y > area.Y + 1 && point.Y < area.Y + area.Height - 1)
            .Select(area => (index, point, area)))));
        Assert.Empty(drawn.Arrows.Where((arrow, index) => !arrow.Any(point => Math.Abs(point.Y - (drawn.Labels[index].Y + (drawn.Labels[index].Height / 2))) <= 1)));
    }

    [Theory]
    [InlineData(Five, 0)]
    [InlineData(Twenty, 2)]
    [InlineData(Hundred, 12)]
    public void Few_arrows_cross(int units, int most) => Assert.InRange(Draw(units).Crossings(), 0, most);

    [Fact]
    public void A_picture_stays_small_while_the_topology_holds_every_node()
    {
        using var topology = Json(Hundreds);
        var names = topology.RootElement.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()).ToList();

        Assert.InRange(Text(Hundreds, "topology.svg").Length, 1, 100_000);
        Assert.InRange(Text(Hundreds, "topology.mmd").Length, 1, 50_000);
        Assert.InRange(Draw(Hundreds).Boxes.Count, 1, 120);
        Assert.Equal(names.Order(StringComparer.Ordinal).Distinct(), names);
        Assert.All(topology.RootElement.GetProperty("edges").EnumerateArray(), edge =>
        {
            Assert.Contains(edge.GetProperty("from").GetString(), names);
            Assert.Contains(edge.GetProperty("to").GetString(), names);
            Assert.NotEqual(0, edge.GetProperty("does").GetArrayLength());
        });
        Assert.Contains("nodes in", Text(Hundreds, "topology.svg"), StringComparison.Ordinal);
    }

    private static DrawnTopology Draw(int units) => new(Text(units, "topology.svg"));

    private static JsonDocument Json(int units) => JsonDocument.Parse(Text(units, "topology.json"));

    private static string Text(int units, string path) => Output(units).Files.Items.Single(file => file.Path.Value == path).Text;

    private static OutputTree Output(int units) => Outputs.GetOrAdd(units, count =>
        EmitCase.RunText(GrownApplication.Of(count), "").Output ?? throw new InvalidOperationException("The application was not emitted."));
}
