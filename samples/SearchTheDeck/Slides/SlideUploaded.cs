namespace SearchTheDeck.Slides;

/// <summary>A picture has been stored and nobody has read it yet.</summary>
/// <param name="Original">The picture's path in the blob store.</param>
public sealed record SlideUploaded(
    string Startup,
    string Deck,
    string Section,
    int Number,
    string Original,
    string Digest,
    DateTimeOffset UploadedAt);
