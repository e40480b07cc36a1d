using Klotho.Analysis.Collections;
using Klotho.Analysis.Graph;

namespace Klotho.Emit.Topology.Svg;

/// <summary>How the arrows of a relation look, and what the legend says of them. Dashes tell them apart without colours.</summary>
internal sealed record ArrowStyle(EdgeKind Kind, string Meaning, string Colour, string Dashes)
{
    public static readonly EquatableArray<ArrowStyle> All = new(
    [
        new(EdgeKind.Exposes, "exposes", "#6a4bb5", "1 3"),
        new(EdgeKind.HandledBy, "requests", "#6a4bb5", ""),
        new(EdgeKind.Uses, "uses", "#5b7083", ""),
        new(EdgeKind.Publishes, "publishes", "#a13f8a", ""),
        new(EdgeKind.Delivers, "delivers", "#a13f8a", "7 4"),
        new(EdgeKind.Triggers, "starts", "#1f8a8a", "2 4"),
        new(EdgeKind.Calls, "calls", "#c25a1b", ""),
        new(EdgeKind.Packages, "packages", "#98a2b3", "1 3"),
    ]);

    public static ArrowStyle Of(EdgeKind kind) => All.Items.First(style => style.Kind == kind);

    /// <summary>The id of the arrow's head among the drawing's definitions.</summary>
    public string Head => $"to-{Kind.ToString().ToLowerInvariant()}";
}
