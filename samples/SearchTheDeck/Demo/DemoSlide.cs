using System.Globalization;

namespace SearchTheDeck.Demo;

/// <summary>A slide of the demo, before it is drawn.</summary>
/// <param name="Keyword">A word that is on this slide and on no other.</param>
public sealed record DemoSlide(DemoStartup Startup, DemoSection Section, int Number, string Keyword)
{
    // Plain long words that no other text of the slides holds.
    private static readonly string[] Keywords =
    [
        "Marigold", "Falcon", "Cinnamon", "Glacier", "Lantern", "Walnut", "Compass", "Thunder", "Saffron", "Badger",
        "Cathedral", "Dolphin", "Emerald", "Juniper", "Kangaroo", "Lavender", "Meteor", "Nightingale", "Octopus", "Pelican",
        "Quartz", "Raspberry", "Sparrow", "Tangerine", "Umbrella", "Volcano", "Waterfall", "Zeppelin", "Almond", "Buffalo",
        "Coconut", "Dragonfly", "Elephant", "Flamingo", "Gazelle", "Hazelnut", "Iguana", "Jasmine", "Lobster", "Magnolia",
        "Nutmeg", "Ostrich", "Panther", "Rhubarb", "Sandstone", "Tortoise", "Vanilla", "Wolverine",
    ];

    public IEnumerable<string> Points => Section.Points.Select(point => Capitalize(
        string.Format(CultureInfo.InvariantCulture, point, Startup.Product, Startup.Customers)));

    /// <summary>The first <paramref name="count"/> slides: decks of six, one after the other.</summary>
    public static IEnumerable<DemoSlide> Take(int count) => Enumerable.Range(0, count).Select(index =>
    {
        var startup = DemoStartup.All[index / DemoSection.All.Count % DemoStartup.All.Count];
        return new DemoSlide(startup, DemoSection.All[index % DemoSection.All.Count], NumberInDeck(index), KeywordOf(index));
    });

    // A startup whose turn comes again gets further slides in the same deck.
    private static int NumberInDeck(int index)
    {
        var slidesPerRound = DemoSection.All.Count * DemoStartup.All.Count;
        return (index / slidesPerRound * DemoSection.All.Count) + (index % DemoSection.All.Count) + 1;
    }

    private static string KeywordOf(int index)
    {
        var word = Keywords[index % Keywords.Length];
        return index < Keywords.Length ? word : $"{word} {(index / Keywords.Length) + 1}";
    }

    private static string Capitalize(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
