namespace SearchTheDeck.Upload;

/// <summary>What an upload may be.</summary>
public static class UploadLimits
{
    /// <summary>In bytes. On AWS Lambda, requests of more than 6 MB are refused before they get here (base64 leaves about 4.5 MB).</summary>
    public const int LargestPicture = 10 * 1024 * 1024;

    /// <summary>In pixels: a small file can unpack to a picture that fills the memory.</summary>
    public const long MostPixels = 50_000_000;

    /// <summary>In characters, of a startup's or a section's name.</summary>
    public const int LongestName = 80;
}
