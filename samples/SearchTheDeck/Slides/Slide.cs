namespace SearchTheDeck.Slides;

/// <summary>A slide that can be found: what the key-value store keeps and search answers with.</summary>
/// <param name="Image">The path of the WebP image in the blob store; new for every new picture.</param>
/// <param name="Digest">SHA-256 of the picture that was uploaded, in hexadecimal.</param>
/// <param name="UploadedAt">When it was uploaded: of two uploads to one address the later stays.</param>
public sealed record Slide(
    string Startup,
    string Deck,
    string Section,
    int Number,
    string Image,
    string Text,
    string Digest,
    DateTimeOffset UploadedAt)
{
    /// <summary>The key in the store. The parts were checked when the slide was uploaded.</summary>
    public string Key => $"{Deck}/{Number:D4}";
}
