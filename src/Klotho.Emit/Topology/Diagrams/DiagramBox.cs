using Klotho.Analysis.Collections;
using Klotho.Emit.Capabilities;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>A box: one node, or several that are alike.</summary>
/// <param name="Key">Tells it from the others, in letters, digits and underscores.</param>
/// <param name="Title">The node's name, or how many there are of what.</param>
/// <param name="Host">What hosts it, for people.</param>
/// <param name="Appearance">How its capability is drawn.</param>
/// <param name="Rows">What is drawn inside, and only there.</param>
internal sealed record DiagramBox(string Key, string Title, string Host, Appearance Appearance, EquatableArray<DiagramRow> Rows);
