using System.Globalization;
using System.Text.RegularExpressions;

namespace SearchTheDeck.Import;

/// <summary>
/// A picture in a folder and what its place there says: <c>Acme/Seed round/03 Market.png</c> is slide 3, section
/// Market, of the deck <c>acme-seed-round</c> of the startup Acme. Where there is only one folder, it names startup
/// and deck; where the file has no number, its place among its neighbours is the number.
/// </summary>
public sealed partial record ImportedSlide(string File, string Startup, string Deck, string Section, int Number)
{
    private const int LongestDeck = 80;

    private static readonly string[] Extensions = [".png", ".jpg", ".jpeg"];

    /// <summary>The slides below a folder, in order of their paths.</summary>
    public static IReadOnlyList<ImportedSlide> Find(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)
            .GroupBy(file => Path.GetDirectoryName(file) ?? folder)
            .SelectMany(group => group.Select((file, index) => Parse(folder, file, index + 1))),
    ];

    /// <summary>A name as a part of a path: lower case, and hyphens for everything but letters and digits.</summary>
    public static string Slug(string name) => NotInSlug().Replace(name.ToLowerInvariant(), "-").Trim('-');

    private static ImportedSlide Parse(string folder, string file, int position)
    {
        var folders = Path.GetDirectoryName(Path.GetRelativePath(folder, file)) is { Length: > 0 } below
            ? below.Split(Path.DirectorySeparatorChar)
            : [Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar))];
        var deck = Slug(string.Join('-', folders));
        var name = NumberAndSection().Match(Path.GetFileNameWithoutExtension(file));
        var number = name.Groups["number"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : position;
        var section = name.Groups["section"].Value.Replace('-', ' ').Replace('_', ' ').Trim();
        return new ImportedSlide(file, folders[0], deck[..Math.Min(deck.Length, LongestDeck)], section.Length == 0 ? "General" : section, number);
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInSlug();

    [GeneratedRegex(@"\A(?<number>\d{1,4})?[\s._-]*(?<section>.*)\z")]
    private static partial Regex NumberAndSection();
}
