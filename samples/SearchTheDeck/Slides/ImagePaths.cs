namespace SearchTheDeck.Slides;

/// <summary>
/// Where pictures are in the blob store. The paths hold the picture's digest, so a path's content never changes and
/// browsers may keep it for ever.
/// </summary>
public static class ImagePaths
{
    public const string Originals = "originals/";
    public const string OptimizedImages = "optimized/";

    public static string Original(string deck, int number, string digest, string extension) =>
        $"{Originals}{Name(deck, number, digest)}.{extension}";

    public static string Optimized(string deck, int number, string digest) =>
        $"{OptimizedImages}{Name(deck, number, digest)}.webp";

    private static string Name(string deck, int number, string digest) => $"{deck}/{number:D4}-{digest[..16]}";
}
