using Klotho.Analysis.Graph;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>An arrow between two boxes, by their numbers.</summary>
internal sealed record DiagramArrow(int From, int To, EdgeKind Kind, string Label);
