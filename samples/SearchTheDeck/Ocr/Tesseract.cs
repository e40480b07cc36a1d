using System.Text;
using SearchTheDeck.Tools;

namespace SearchTheDeck.Ocr;

/// <summary>Reads the words in a picture.</summary>
public static class Tesseract
{
    // A record of the key-value store holds at most 400 KB; no slide says more than this.
    private const int LongestText = 20_000;

    public static ExternalTool Tool { get; } = new("tesseract", DebianPackage: "tesseract-ocr", BrewFormula: "tesseract");

    public static async Task<string> ReadAsync(Stream picture, CancellationToken cancel)
    {
        // --psm 6 takes the picture for one block of text, which finds the most words on slides.
        var output = await Tool.RunAsync(["stdin", "stdout", "--psm", "6"], picture, cancel);
        var text = string.Join('\n', Lines(Encoding.UTF8.GetString(output)));
        return text.Length <= LongestText ? text : text[..LongestText];
    }

    // Tesseract reads the bullets before points as one of these.
    private static IEnumerable<string> Lines(string text) => text
        .Split('\n')
        .Select(line => line.Trim().TrimStart('=', '*', '•', '-', '«', '»', ' '))
        .Where(line => line.Length > 0);
}
