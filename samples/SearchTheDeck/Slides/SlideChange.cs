namespace SearchTheDeck.Slides;

/// <summary>An entry of the change log: the slide with this key was written.</summary>
public sealed record SlideChange(string SlideKey);
