namespace SearchTheDeck.Demo;

/// <summary>A character as pen strokes: each a line through its points.</summary>
public sealed record Glyph(float Width, IReadOnlyList<PointF[]> Strokes);
