namespace SearchTheDeck.Slides;

/// <summary>The words in a picture are known.</summary>
public sealed record SlideRead(SlideUploaded Slide, string Text);
