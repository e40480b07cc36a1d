namespace Klotho.Emit.Topology.Layout;

/// <summary>A line to draw between two boxes, by their numbers, with the size of its label. The two are never the same.</summary>
internal readonly record struct LayoutLink(int From, int To, int LabelWidth, int LabelHeight);
