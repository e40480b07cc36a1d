namespace SearchTheDeck.Search;

/// <summary>
/// A question to the index. Every word must be in the slide; the last one may be the beginning of a word, because
/// the user may still be typing it. Of several values of one facet any will do; different facets must all hold.
/// </summary>
public sealed record SearchQuery
{
    public const int LargestPage = 100;
    public const int FurthestOffset = 100_000;

    public string Words { get; init; } = "";

    public IReadOnlyList<string> Startups { get; init; } = [];

    public IReadOnlyList<string> Decks { get; init; } = [];

    public IReadOnlyList<string> Sections { get; init; } = [];

    /// <summary>How many hits to leave out, for the pages after the first.</summary>
    public int Offset { get; init => field = Math.Clamp(value, 0, FurthestOffset); }

    /// <summary>How many hits to return, at most <see cref="LargestPage"/>.</summary>
    public int Limit { get; init => field = Math.Clamp(value, 0, LargestPage); } = 24;

    public IReadOnlyList<string> Wanted(Facet facet) => facet switch
    {
        Facet.Startup => Startups,
        Facet.Deck => Decks,
        _ => Sections,
    };
}
