using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>A line inside of a box: a node that is drawn as a part of it, with what happens there in a few words.</summary>
internal sealed record DiagramRow(Appearance Appearance, string Title, string Note);
