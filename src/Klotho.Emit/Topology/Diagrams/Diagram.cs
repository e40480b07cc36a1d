using Klotho.Analysis.Collections;

namespace Klotho.Emit.Topology.Diagrams;

/// <summary>
/// What is drawn: boxes, and arrows between them. <paramref name="Subject"/> says what they show, <paramref name="Note"/> what was
/// left out, if anything was.
/// </summary>
internal sealed record Diagram(string App, string Subject, string Note, EquatableArray<DiagramBox> Boxes, EquatableArray<DiagramArrow> Arrows);
