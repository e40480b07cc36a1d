namespace SearchTheDeck.Upload;

/// <summary>The answer to an upload.</summary>
/// <param name="Digest">SHA-256 of the picture: the slide is ready once it shows the same digest.</param>
/// <param name="Ready">Whether exactly this slide can already be found, so that there was nothing to do.</param>
public sealed record UploadReceipt(string Deck, int Number, string Digest, bool Ready);
