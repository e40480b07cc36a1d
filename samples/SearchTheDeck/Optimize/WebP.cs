using System.Globalization;
using SearchTheDeck.Tools;
using SearchTheDeck.Upload;

namespace SearchTheDeck.Optimize;

/// <summary>Makes pictures smaller to send, and no less readable.</summary>
public static class WebP
{
    /// <summary>Wide enough for the small print of a slide on a large screen.</summary>
    public const int LargestWidth = 1600;

    public static ExternalTool Tool { get; } = new("cwebp", DebianPackage: "webp", BrewFormula: "webp");

    public static Task<byte[]> EncodeAsync(byte[] picture, CancellationToken cancel)
    {
        var width = Picture.Parse(picture)?.Width ?? 0;
        // cwebp would also enlarge. A height of 0 keeps the proportions.
        string[] resize = width > LargestWidth ? ["-resize", LargestWidth.ToString(CultureInfo.InvariantCulture), "0"] : [];
        return Tool.RunAsync(["-quiet", "-q", "80", .. resize, "-o", "-", "--", "-"], new MemoryStream(picture), cancel);
    }
}
