namespace Klotho.Emit.Capabilities;

/// <summary>How people meet a capability in documents, drawings and emitted code.</summary>
/// <param name="Noun">What a node of it is, in two words at most and title case: <c>Blob store</c>. Emitted components are named after it.</param>
/// <param name="Shape">The outline in drawings.</param>
/// <param name="Icon">An SVG path inside a 24 × 24 box, drawn with strokes.</param>
/// <param name="Colour">The outline's colour, as CSS writes it.</param>
/// <param name="HoldsState">Whether deleting it loses data.</param>
public sealed record Appearance(string Noun, NodeShape Shape, string Icon, string Colour, bool HoldsState = false);
