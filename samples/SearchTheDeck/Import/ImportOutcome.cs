namespace SearchTheDeck.Import;

/// <summary>What became of a slide: sent, or already there as it is, or refused with a reason.</summary>
public sealed record ImportOutcome(ImportedSlide Slide, string? Digest, bool AlreadyThere, string? Error);
