namespace SearchTheDeck.Demo;

/// <summary>A place on a picture or in a glyph; y grows downwards.</summary>
public readonly record struct PointF(float X, float Y);
